<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AssayCore</name>
    <message numerus="yes">
        <source>%1 is fine; it sets %n value(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ search first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ stronger prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already on the premium model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ previous answer to refine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ tool result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ignored results that the tools returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n judge note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be judged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n doc(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unusable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The prompt template %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>every citation names a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no source for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats its prompt: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of the prompt in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a code block is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged, so not passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quality gate is off; the score is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer says “%1” although tools returned results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check of the QA subgraph failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reaches the threshold %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is below the threshold %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Lowered most by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Raised most by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dual path is on: the fast and the premium path run side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-strategy is on: several ways run side by side and vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cascade is off: every turn goes to the premium model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence %1 reaches %2: fast model, direct answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence %1 is below %2: premium model, search first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is empty; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question has %1 characters; at most %2 are sent. Shorten it and ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON has %1 bytes; at most %2 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is nested deeper than %1 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not JSON at byte %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The committee has no judge. Choose a judge model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped while the answer was being judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2, outside of 0.0 to 1.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;reasoning&quot; is missing or not text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is longer than %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply holds no JSON object with scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply holds more than one verdict; only one is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verdict is not valid JSON. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply repeats an object that stands inside the ANSWER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The judge %1 gave no usable scores, asked twice: %2 Choose a stronger judge model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer states nothing that goes beyond the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Every statement is supported by a passage (%n statement(s)).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 statements are not supported by any passage, for instance: &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passage speaks about the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It addresses the question and every salient point of the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It covers the salient points, but only %1 % of what the question asks about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n salient point(s) of the evidence are left out; %1 % of what the question asks about is addressed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It says that nothing was found although the evidence has something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The judging was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The judge&apos;s prompt %1 lacks a part or a variable; reinstall Assay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no judge&apos;s prompt %1 in this build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an event that is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an event without a type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text that is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON without &quot;content&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 began an answer and ended it without a word. Some servers do so when the prompt is longer than the model&apos;s context window: ask a shorter question, lower the number of documents, or choose a model with a larger window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended its answer before it was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not finish within %2 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell silent for %2 ms in the middle of its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not issued for %1 (no matching subject alternative name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its key or signature is too weak, or otherwise unusable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was refused: %2. Nothing was sent. If the server is yours, add its authority under &quot;trust this CA&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent more than %2 bytes; the answer was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing listens at %1. Start the server or correct its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name in %1 cannot be resolved. Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1: %2. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be reached in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer, or answered with something that is not HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something that is not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before %1 was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; the connection to %1 was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the key (status %2). Check it under Settings, Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not know this model or address (status %2). Check the model&apos;s name and the base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took too long to answer (status %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants fewer requests (status %2). Lower the rate limit or wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a problem of its own (status %2). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept the request (status %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with the unexpected status %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 redirects to %2. Redirects are not followed, since the key would go along: enter the final address as base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page with status 404</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 broke off with an error (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with %2: the address does not look like a language model&apos;s API. Check the base URL (it usually ends in /v1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This installation has no TLS library; install libssl3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate can be read from %1. Name a PEM file of the authority to trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something that is no list of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge base has nothing on this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON without &quot;choices&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price entry %1 (&quot;%2&quot;) needs provider, match, and input and output as whole micro-dollars per million tokens, 0 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled price table is missing from this build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price table has no &quot;models&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price file %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs on your own machine and costs nothing per token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price is known for %1 at %2; its cost counts as $0 and is marked as an estimate. Add it to the price file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is priced like %2 (list price as of %3): an estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of %1 comes from your price file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List price of %1 as of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; names a provider but no model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is named. Write provider/model, for instance ollama/llama3.2, or offline-fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL must look like https://api.example.org/v1 or http://127.0.0.1:8080/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL must not hold a name or password; put the key into its own field, where it is kept safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL must end with its path: no &quot;?&quot; and no &quot;#&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is reached without encryption. Use https, or allow plain http for this address explicitly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys, questions and answers travel to %1 unencrypted: anyone on the way can read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs an API key. Set the environment variable %2 or enter the key under Settings, Models; or choose offline-fast, which needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no remote provider &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no embedded model &quot;%1&quot;; there are offline-fast and offline-premium.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped while waiting for the rate limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate limit of this console left no time to ask %1. Raise it under Tuning, or allow the call more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped while waiting to ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent a line of more than %1 bytes; the answer was given up. Check that the address is that of a language model&apos;s API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled article %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bundled articles in %1. Reinstall Assay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chroma has no collection &quot;%1&quot;. Add documents to it first, or name another collection in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chroma described the collection &quot;%1&quot; without an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chroma made the collection &quot;%1&quot; without an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedder answered %1 vectors for %2 texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a binary file, not text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More text than the limit of %1 characters. Split the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of type &quot;.%1&quot; are not read. Known types: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than the limit of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text in it. A scanned PDF has to go through text recognition first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a plain file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedding was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 did not answer within %3 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call to %1 was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 sent more than %3 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 refused the key (%3). Check it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 does not know %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 asks to slow down (429).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 failed (%3): %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 refused the request (%3): %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 answered with status %3, which is not an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 at %2 was refused: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 cannot be reached: %3. Is it running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 did not answer with JSON: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than the limit of %1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of type &quot;.%1&quot; are not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document &quot;%1&quot; in the knowledge index. &quot;assay docs list&quot; shows what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge index %1 is damaged (%2). Restart Assay: it keeps the file aside and builds a new index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so the knowledge index %1 could not be written. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge index %1 cannot be written: the file or its folder is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge index %1 answered: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for the knowledge index %1 could not be made. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge index %1 was written by a newer Assay (version %2). Update Assay, or move the file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge index was damaged. It was kept as %1 and a new one was started; add your documents again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no text to index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passage %1 is no longer in the knowledge index: its document was changed or removed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The HTML file is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The HTML could not be parsed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Markdown could not be parsed: not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pages are more than the limit of %2. Split the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading its pages took longer than %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a PDF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF is damaged and could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF asks for a password. Save it without one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tavily&apos;s answer has no list of results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web search needs a Tavily key. Set TAVILY_API_KEY or store one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool returned nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool reported an error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool&apos;s result begins like an error report (&quot;%1&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool says it found nothing (&quot;%1&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool promised JSON and sent something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool&apos;s result does not speak about the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge index cannot be kept on disk: %1 It is in memory until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no knowledge index, so nothing can be answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The turn was answered but not recorded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label was not recorded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no knowledge index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered in %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records at offsets %1 to %2 were never seen: the log no longer holds them, or they are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns are answered but cannot be recorded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More turns go to the fast model, a lower bar, fewer retries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More turns go to the premium model, more retries, three judges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such profile; there are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles hold tuning only; this setting belongs in the settings file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile&apos;s name is made of letters, digits, spaces, hyphens and dots, 64 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ships with Assay and stays as it is. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring stayed locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not answer (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not answer in time; it may be locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set (environment %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set (keyring)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is one line of text without control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Set the environment variable %2 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which models answer, and which stages of the pipeline run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate every answer has to pass, retries and judges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes to the fast model, how often models are called, and the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where models are reached, and with which key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where passages come from that support an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DashStream messages, and the Kafka cluster they travel through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a drop in quality raises an alert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the console looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value given (not shown: it looks like a secret)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected %1, got %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN is no usable number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is outside %2 … %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is %1 characters long; at most %2 are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control characters are not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a key. Store it in the keyring under Settings, or set its variable, such as OPENAI_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name without white space is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected host:port, such as localhost:9092, got %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address holds a user name or password. Leave them out and store the key in the keyring under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected an address such as https://host/v1, got %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is none of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret is not given here. Store it in the keyring under Settings, or set %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value has the wrong type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 100 entries are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file %1:%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected KEY=VALUE, such as quality.threshold=0.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers turns that are predicted to be easy. offline-fast is the embedded model, which needs no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premium model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers turns that are predicted to be hard, and retries that upgrade. offline-premium is the embedded model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores every answer. offline is the embedded lexical judge, which needs no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dual path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers directly and after a search at the same time; the better judged answer wins and both are paid for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attempt drafts two answers and costs about twice as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attempt drafts one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel strategies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers in several ways at the same time; a vote decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attempt drafts several answers and costs that much more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grades what was found; when too little is relevant, the question is rewritten once and searched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Irrelevant passages no longer reach the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every passage found reaches the model, relevant or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response validator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds answers that say nothing was found although the search returned results, and answers without citations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that ignore what was found are caught.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that ignore what was found are only seen by the judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool result validator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks what tools return before a model sees it: empty, failed, irrelevant or malformed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusable tool results are replaced before the draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool results reach the model unchecked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mandatory tool context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts what was found into the prompt of every attempt, after the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries see what was found, too; prompts get longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first attempt sees what was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicts how likely the fast path is to pass the gate. Without it every turn counts as 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns are routed by their own predicted confidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every turn takes the same route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrects predicted confidence by what was observed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence means an observed pass rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The uncorrected prediction decides the route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QA checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the reusable set of checks on every draft, with a verdict of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts are checked before the judge sees them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the judge looks at drafts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a record of every turn that a later training can learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New turns become training records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New turns leave no training record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A retry sends the same prompt to the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stronger prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A retry tells the same model what the judge missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A retry goes to the premium model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refine the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A retry improves the previous answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A retry searches first, even where the first attempt did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every vote counts; one outlier moves the score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle vote counts; one outlier does not decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than half of the judges must reach the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest vote counts; every judge must be content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest overall score that passes the gate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer answers pass at once; more retries, more cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More answers pass at once; fewer retries, lower quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts after the first. When none passes, the best one is returned and marked failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard turns get more attempts and cost more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard turns fail sooner and cost less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries again when an answer misses the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers below the threshold are tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first answer is final, passed or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a retry changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds every answer against the threshold. Without it the first answer is returned, judged but not gated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers must meet the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are judged but never held back or retried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committee of judges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several judges score each answer and their disagreement is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several judges score each answer; judging costs that much more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One judge scores each answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committee size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judges in the committee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores get steadier; judging costs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging costs less; scores get noisier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committee rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the judges&apos; votes become one score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model cascade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends easy turns to the fast model. Without it every turn goes to the premium model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy turns go to the fast model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every turn goes to the premium model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At or above this predicted confidence a turn goes to the fast model, below it to the premium model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More turns go to the premium model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer turns go to the premium model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model calls a second, over all turns; 0 means no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls wait less; the provider may refuse some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls wait longer before they are sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limit burst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that may go out at once after a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More calls go out at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls are spread more evenly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the status bar compares today&apos;s spending with; 0 means no budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget mark comes later in the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget mark comes earlier in the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watches the scores of incoming turns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drop in quality raises an alert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drop in quality raises no alert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average score below which an alert is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts come sooner and more often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts come later and less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time over which scores are averaged for alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short dips no longer raise alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts react faster, also to short dips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base address of this provider&apos;s API, up to and with its version, without user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest a whole model call may take, its repeats included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow models get more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow calls are given up sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tokens a model may write in one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers may be longer and cost more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are cut off sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How freely a model picks its words; 0 is the most repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers vary more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers vary less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For OpenAI models, as writer or as judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anthropic address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anthropic key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For Claude models, as writer or as judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groq address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groq key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For models that Groq serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vLLM address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LM Studio address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices that replace or add to the built-in table; empty for the built-in table alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file of authorities trusted beside the system&apos;s own, for servers inside a company; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages per source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most passages asked of each source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More evidence per turn; prompts get longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less evidence per turn; prompts get shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest a source may take; the turn goes on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow sources get more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow sources are left out sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chroma address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chroma server to search, such as http://localhost:8000; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chroma collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection that is searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tavily address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web search, used only when too few relevant passages were found and a key is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tavily key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For web search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is encrypted and nobody signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SASL, plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in, but nothing is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SASL over TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in over an encrypted connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password itself is sent to the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SCRAM with SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is proven, not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SCRAM with SHA-512</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerberos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Kerberos ticket signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OAuth bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s certificate must carry its host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not check the host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any certificate of a trusted authority is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv4 and IPv6 are tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only IPv4 is tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only IPv6 is tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first start reads all messages the broker still has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first start reads new messages only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A missing position stops reading instead of skipping messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DashStream telemetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes every turn as DashStream messages. The store, and with it the history, is filled from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New turns appear in the history and in analytics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New turns leave no trace in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka brokers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brokers as host:port; empty for the embedded log on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the names of topics that Assay itself creates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality evaluation topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic of its own for QualityEvaluation messages, which strict DashStream readers refuse; empty to write none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slow cluster gets more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slow cluster is reported sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic that DashStream messages are read from and written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only partition to read; -1 for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another partition is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another partition is read; -1 reads all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consumer group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members of one group share the partitions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where reading starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used when the group has no position in a partition yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written into the header of every message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the connection to the brokers is secured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in mechanism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used when the security setting signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in to the brokers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file of authorities that may sign a broker&apos;s certificate; empty for the system&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file that proves this client to the brokers; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file of the client certificate&apos;s private key; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client key&apos;s password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the client key, where it is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker host names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a broker&apos;s certificate must carry its host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of address is tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest one operation may take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka metadata timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest a question about topics and brokers may take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that unpack to more are set aside unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger messages are read; more memory is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More messages are set aside unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console follows the desktop&apos;s colour scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console is always dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console is always light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console speaks the desktop&apos;s language where it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console speaks English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console speaks German.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the console and of messages in the terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown at the head of the navigation, such as production; a name that starts with prod tints its line. Empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret is never written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file %1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a section and must be written [%1].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets do not belong in this file. Remove it, then store it in the keyring under Settings, or set its variable, such as OPENAI_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets do not belong in this file. Remove it, then store it in the keyring under Settings, or set %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands in the file twice. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid TOML; a text needs quotes around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid TOML (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than %1 KiB; this is no settings file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is nested too deep; this is no settings file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a database of another program. Give Assay another data directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer Assay (schema %2; this one knows %3). Use that one, or give this one another data directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database reports: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was not written: the disk is full. Free some space; what was not stored is still in the log and follows by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be written (%1). Check the permissions of the data directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged (%1). Restart Assay: it keeps the file aside and builds a new one from the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is in use by another process (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged database %1 could not be renamed to %2. Move it away by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory %1 could not be made. Check its permissions, or give Assay another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 was damaged. It was kept as %2, and a new one is being filled from the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database at %1 yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has schema %2; this Assay reads schema %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No turn %1 is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored turn %1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record %1/%2 of %3 is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is no DashStream protobuf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quality event is no protobuf message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message of %1 bytes was not sent; at most %2 are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log directory %1 was not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log&apos;s lock file %1 was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Assay (process %1) is writing the log in %2. Close it, or give this one another data directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log&apos;s lock file %1 was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log segment %1 was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a log segment of this version of Assay. Move it away to go on with the segments before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The torn end of the log was not saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The torn end of the log %1 was not cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log ended in a record that was never finished (%1 bytes, after a crash). It was cut off and kept in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new log segment %1 was not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new log segment %1 was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes cannot be written to the log at once; at most %2 can, and at least one record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log in %1 failed to reach the disk earlier. Restart Assay to go on with what is safely there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log in %1 was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first segment of the log in %1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes that are no zstd frame follow the compressed message at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed message asks for a window over 8 MiB; it was not unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed message is damaged near byte %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first byte is 0x%1; a DashStream record starts with 0x00 or 0x01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has %1 bytes; at most %2 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message unpacks to more than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes unpack to more than %2: refused as a decompression bomb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed message ends too early, at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log in %1 is damaged: the records at offsets %2 to %3 cannot be read and were skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedded log has partition 0 and offsets from 0 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the disk is full. Free some space; nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: it cannot be written (%2). Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has no header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has schema version %1; this Assay reads version 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message&apos;s time is before 1970.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The low-quality alarm has a score outside 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event&apos;s attribute “%1” is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace&apos;s final state is no turn: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace&apos;s final state is a turn with other ids than the trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message holds none of the payloads that DashStream version 1 knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quality event has a score outside 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric “%1” is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score “%1” is outside 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no label; good, bad and none are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> … [%1 characters left out]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A turn without turn id or thread id cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is cut short at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text at byte %1 is not UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is nested deeper than %1 levels at byte %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has more than %1 parts; it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is no DashStream protobuf at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored %1 has an unreadable value at “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssayUi</name>
    <message>
        <source>The settings cannot be used as they are. Start with the defaults?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This turn has one answer; there is nothing to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn %1: compare attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The retry changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dual path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost-optimized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality-optimized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted text has %L1 characters; the first %L2 were taken. At most %L3 are sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is full: at most %L1 characters are sent. Shorten it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is empty; nothing was sent. Write one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question has %L1 characters; at most %L2 are sent. Shorten it and send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>est. %L1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile %1, with values changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile: a named set of tuning values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy: how the next answers are sought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: where passages come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the predicted confidence decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct and search side by side; costs both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several ways at once; a vote decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the refund window and how long do card refunds take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why should a duplicate charge never be fixed with a manual credit note?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many API requests per minute does the Business plan allow?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when raising the confidence threshold?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why should nobody lower the quality threshold during a judge outage?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To begin with, from the bundled knowledge base:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline mode: the embedded model answers from the local knowledge base; no network, no cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers come from %1; the judge scores each one against what was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This thread could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages of this turn are in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the messages of this turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The messages are written when the turn ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 irrelevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1: %2 by %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>irrelevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (failed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a turn to see how it was answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not gated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best, but below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of max %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry %1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrieve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignored tool result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low relevance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one-word answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores contradict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very short question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unusual length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>specific terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ambiguity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for documentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks how to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several questions in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt leak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>majority of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>premium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disagreement %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rev. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validator off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uses what was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignores what was found: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cites nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1 usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 unusable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QA checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the draft said of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all of it, also what is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (what is good or wrong about it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note to the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label this turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all messages of this draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 more, see Raw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as the turn saw it. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 turn · %1 of 1 pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n turns · %1 of %n pass</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No thread yet. Ask a question and it begins one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The threads could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No thread holds “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 turns, %3 passed, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overridden by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference against the settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has all that is in force: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
In force: %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 in force; the next attempt obeys it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes dropped; revision %1 stays in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the file: revision %1 in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1. Revision %2 in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: %1. Revision %2 in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile %1 in force, revision %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 unsaved change was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes were dropped.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The file has all of it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile %1 saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committee of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 unsaved change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not in the file</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: show the difference against the settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter keeps all tuning values under this name; Esc leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What applying does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a control: what applying it does is said here first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply, and write what the file does not have to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrieving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dual path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multi-strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · attempt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The turn ended without an answer and gave no reason. Ask again with R.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is below the threshold %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate held this answer back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1; best of %n attempts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between dark and light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last tuning change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the tuning change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector: pipeline and scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector: prompt as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector: events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector: raw turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tune the cascade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert the tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the tuning to the settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the tuning as a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the first cited source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the turn as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a turn, outside text fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premium model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for local servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection to the model of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No local server answers on the usual ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n local server(s) found. Nothing is sent to one unless you use it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 At the next start %2 wins over the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From environment %1, which goes before the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc closes. Ctrl+K finds every command by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command, a thread, a setting or a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing by that name. Esc closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assay is closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model server answers at %1. Nothing is sent to it unless you choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tr</name>
    <message>
        <source>The thread is just being opened with its first question; send this one again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer cites %1, but nothing that was found bears this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This turn cites no source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn %1: %2, %3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full-text index on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web search (Tavily)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when too little is found elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key in the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
