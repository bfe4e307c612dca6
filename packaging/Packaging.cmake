# What `cmake --install` copies, and the Debian package that
# `cpack --config build/release/CPackConfig.cmake` makes of it.
include(GNUInstallDirs)

set(packaging ${CMAKE_CURRENT_LIST_DIR})

install(TARGETS assay RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${packaging}/assay.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${packaging}/io.github.assay_console.Assay.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${packaging}/icons/assay.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${packaging}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
configure_file(${packaging}/assay.1.in ${CMAKE_BINARY_DIR}/assay.1 @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/assay.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# The packages [run] lists are those that dpkg-shlibdeps cannot see: fonts, plugins, loaded libraries.
execute_process(COMMAND ${packaging}/install-packages --list run
    OUTPUT_VARIABLE run_packages OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ", " CPACK_DEBIAN_PACKAGE_DEPENDS "${run_packages}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME assay)
set(CPACK_PACKAGE_CONTACT "The Assay developers <assay@localhost>" CACHE STRING "Maintainer named in the package")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "operator console for the quality of LLM answers")
set(CPACK_PACKAGE_DESCRIPTION "Assay answers questions with a language model and a knowledge base, judges every
attempt, retries below a threshold, and shows each step with its time, cost and
score. It works offline with the knowledge base it brings, and talks to
OpenAI-compatible model servers and to Anthropic.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS gnome-keyring)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
