<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AssayCore</name>
    <message numerus="yes">
        <source>%1 is fine; it sets %n value(s).</source>
        <translation>
            <numerusform>%1 is fine; it sets %n value.</numerusform>
            <numerusform>%1 is fine; it sets %n values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n judge note(s)</source>
        <translation>
            <numerusform>+ %n judge note</numerusform>
            <numerusform>+ %n judge notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doc(s)</source>
        <translation>
            <numerusform>%n doc</numerusform>
            <numerusform>%n docs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unusable</source>
        <translation>
            <numerusform>%n unusable</numerusform>
            <numerusform>%n unusable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every statement is supported by a passage (%n statement(s)).</source>
        <translation>
            <numerusform>Every statement is supported by a passage (%n statement).</numerusform>
            <numerusform>Every statement is supported by a passage (%n statements).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n salient point(s) of the evidence are left out; %1 % of what the question asks about is addressed.</source>
        <translation>
            <numerusform>%n salient point of the evidence is left out; %1 % of what the question asks about is addressed.</numerusform>
            <numerusform>%n salient points of the evidence are left out; %1 % of what the question asks about is addressed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fields</source>
        <translation>
            <numerusform>%n more field</numerusform>
            <numerusform>%n more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait here and are sent to Kafka when it answers. %1</source>
        <translation>
            <numerusform>%n message waits here and is sent to Kafka when it answers. %1</numerusform>
            <numerusform>%n messages wait here and are sent to Kafka when it answers. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are too large for topic %1 and were not sent; they are in the history all the same.</source>
        <translation>
            <numerusform>%n message is too large for topic %1 and was not sent; it is in the history all the same.</numerusform>
            <numerusform>%n messages are too large for topic %1 and were not sent; they are in the history all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Topic %1 has %n partitions.</source>
        <translation>
            <numerusform>Topic %1 has %n partition.</numerusform>
            <numerusform>Topic %1 has %n partitions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issues: %n low-quality responses</source>
        <translation>
            <numerusform>Issues: %n low-quality response</numerusform>
            <numerusform>Issues: %n low-quality responses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n log(s) below %1.</source>
        <translation>
            <numerusform>Reading %n log below %1.</numerusform>
            <numerusform>Reading %n logs below %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Last hour</numerusform>
            <numerusform>Last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Last minute</numerusform>
            <numerusform>Last %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paired by %n thread(s)</source>
        <translation>
            <numerusform>paired by one thread</numerusform>
            <numerusform>paired by %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 … %2: %3 events, %n firings, %4 ms</source>
        <translation>
            <numerusform>%1 … %2: %3 events, %n firing, %4 ms</numerusform>
            <numerusform>%1 … %2: %3 events, %n firings, %4 ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rules, no problem</source>
        <translation>
            <numerusform>%1: %n rule, no problem</numerusform>
            <numerusform>%1: %n rules, no problem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rules were written to %1.</source>
        <translation>
            <numerusform>%n rule was written to %1.</numerusform>
            <numerusform>%n rules were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Window: Last %n minutes</source>
        <translation>
            <numerusform>Window: Last minute</numerusform>
            <numerusform>Window: Last %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n further responses</source>
        <translation>
            <numerusform>And %n further response</numerusform>
            <numerusform>And %n further responses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Figures (%n row(s))</source>
        <translation>
            <numerusform>Figures (%n row)</numerusform>
            <numerusform>Figures (%n rows)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are in the other formats; the total has them.</source>
        <translation>
            <numerusform>%n more row is in the other formats; the total has it.</numerusform>
            <numerusform>%n more rows are in the other formats; the total has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Difference: this range less the base. Where its 95 % interval holds 0, the ranges cannot be told apart. Pairs are threads that are in both; %n thread(s) are.</source>
        <translation>
            <numerusform>Difference: this range less the base. Where its 95 % interval holds 0, the ranges cannot be told apart. Pairs are threads that are in both; %n thread is.</numerusform>
            <numerusform>Difference: this range less the base. Where its 95 % interval holds 0, the ranges cannot be told apart. Pairs are threads that are in both; %n threads are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels; an answer passes from %1</source>
        <translation>
            <numerusform>%n label; an answer passes from %1</numerusform>
            <numerusform>%n labels; an answer passes from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios</source>
        <translation>
            <numerusform>%n scenario</numerusform>
            <numerusform>%n scenarios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios written to %1</source>
        <translation>
            <numerusform>%n scenario written to %1</numerusform>
            <numerusform>%n scenarios written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios are there from a run that was broken off.</source>
        <translation>
            <numerusform>%n scenario is there from a run that was broken off.</numerusform>
            <numerusform>%n scenarios are there from a run that was broken off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios have no answer; the same command asks them again.</source>
        <translation>
            <numerusform>%n scenario has no answer; the same command asks it again.</numerusform>
            <numerusform>%n scenarios have no answer; the same command asks them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a score</source>
        <translation>
            <numerusform>%n without a score</numerusform>
            <numerusform>%n without a score</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssayUi</name>
    <message numerus="yes">
        <source>%n turns</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes were dropped.</source>
        <translation>
            <numerusform>%n unsaved change was dropped.</numerusform>
            <numerusform>%n unsaved changes were dropped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not in the file</source>
        <translation>
            <numerusform>%n not in the file</numerusform>
            <numerusform>%n not in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; best of %n attempts</source>
        <translation>
            <numerusform>%1; best of %n attempt</numerusform>
            <numerusform>%1; best of %n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more characters</source>
        <translation>
            <numerusform>… %Ln more character</numerusform>
            <numerusform>… %Ln more characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n local server(s) found. Nothing is sent to one unless you use it.</source>
        <translation>
            <numerusform>%n local server found. Nothing is sent to it unless you use it.</numerusform>
            <numerusform>%n local servers found. Nothing is sent to one unless you use it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in force; %n change(s) not in the file</source>
        <translation>
            <numerusform>in force; %n change not in the file</numerusform>
            <numerusform>in force; %n changes not in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n partition(s)</source>
        <translation>
            <numerusform>Reading %n partition</numerusform>
            <numerusform>Reading %n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tailing %n partition(s)</source>
        <translation>
            <numerusform>Tailing %n partition</numerusform>
            <numerusform>Tailing %n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paired by %n thread(s)</source>
        <translation>
            <numerusform>paired by one thread</numerusform>
            <numerusform>paired by %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>base: %1, %2 · %n thread(s) in both</source>
        <translation>
            <numerusform>base: %1, %2 · %n thread in both</numerusform>
            <numerusform>base: %1, %2 · %n threads in both</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) of %1</source>
        <translation>
            <numerusform>%n gap of %1</numerusform>
            <numerusform>%n gaps of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(s)</source>
        <translation>
            <numerusform>%n retry</numerusform>
            <numerusform>%n retries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firing(s) in %1, %2 in all</source>
        <translation>
            <numerusform>%n firing in %1, %2 in all</numerusform>
            <numerusform>%n firings in %1, %2 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was not imported: %n problem(s).</source>
        <translation>
            <numerusform>%1 was not imported: %n problem.</numerusform>
            <numerusform>%1 was not imported: %n problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), %1 in place of others of the same name.</source>
        <translation>
            <numerusform>%n rule, %1 in place of others of the same name.</numerusform>
            <numerusform>%n rules, %1 in place of others of the same name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n firing(s) of %1</source>
        <translation>
            <numerusform>Acknowledge %n firing of %1</numerusform>
            <numerusform>Acknowledge %n firings of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%n firing</numerusform>
            <numerusform>%n firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the suite %1 now, which has %n scenario(s).</source>
        <translation>
            <numerusform>In the suite %1 now, which has %n scenario.</numerusform>
            <numerusform>In the suite %1 now, which has %n scenarios.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the training data now: %n example(s) picked by hand.</source>
        <translation>
            <numerusform>In the training data now: %n example picked by hand.</numerusform>
            <numerusform>In the training data now: %n examples picked by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n without an answer</numerusform>
            <numerusform>%n without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios</source>
        <translation>
            <numerusform>%n scenario</numerusform>
            <numerusform>%n scenarios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios. %1</source>
        <translation>
            <numerusform>%n scenario. %1</numerusform>
            <numerusform>%n scenarios. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios in common.</source>
        <translation>
            <numerusform>%n scenario in common.</numerusform>
            <numerusform>%n scenarios in common.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers come from before it was broken off.</source>
        <translation>
            <numerusform>%n answer comes from before it was broken off.</numerusform>
            <numerusform>%n answers come from before it was broken off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios of %1 are ready to be run.</source>
        <translation>
            <numerusform>%n scenario of %1 is ready to be run.</numerusform>
            <numerusform>%n scenarios of %1 are ready to be run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ties</source>
        <translation>
            <numerusform>%n tie</numerusform>
            <numerusform>%n ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a score</source>
        <translation>
            <numerusform>%n without a score</numerusform>
            <numerusform>%n without a score</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n question(s), spent %2</source>
        <translation>
            <numerusform>%1, %n question, spent %2</numerusform>
            <numerusform>%1, %n questions, spent %2</numerusform>
        </translation>
    </message>
</context>
</TS>
