<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>AssayCore</name>
    <message numerus="yes">
        <source>%1 is fine; it sets %n value(s).</source>
        <translation>
            <numerusform>%1 ist in Ordnung; sie setzt %n Wert.</numerusform>
            <numerusform>%1 ist in Ordnung; sie setzt %n Werte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigenes</translation>
    </message>
    <message>
        <source>+ search first</source>
        <translation>+ erst suchen</translation>
    </message>
    <message>
        <source>+ stronger prompt</source>
        <translation>+ stärkerer Prompt</translation>
    </message>
    <message>
        <source>same inputs</source>
        <translation>gleiche Eingaben</translation>
    </message>
    <message>
        <source>already on the premium model</source>
        <translation>schon beim Premium-Modell</translation>
    </message>
    <message>
        <source>+ previous answer to refine</source>
        <translation>+ vorige Antwort zum Verbessern</translation>
    </message>
    <message>
        <source>+ tool result</source>
        <translation>+ Tool-Ergebnis</translation>
    </message>
    <message>
        <source>The answer ignored results that the tools returned.</source>
        <translation>Die Antwort hat Ergebnisse übergangen, die die Tools geliefert haben.</translation>
    </message>
    <message numerus="yes">
        <source>+ %n judge note(s)</source>
        <translation>
            <numerusform>+ %n Hinweis des Judge</numerusform>
            <numerusform>+ %n Hinweise des Judge</numerusform>
        </translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>The answer could not be judged: %1</source>
        <translation>Die Antwort ließ sich nicht bewerten: %1</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>kein Score</translation>
    </message>
    <message numerus="yes">
        <source>%n doc(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n Ergebnis</numerusform>
            <numerusform>%n Ergebnisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unusable</source>
        <translation>
            <numerusform>%n unbrauchbar</numerusform>
            <numerusform>%n unbrauchbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n Passage</numerusform>
            <numerusform>%n Passagen</numerusform>
        </translation>
    </message>
    <message>
        <source>The prompt template %1 cannot be read: %2.</source>
        <translation>Die Prompt-Vorlage %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>every citation names a source</source>
        <translation>jedes Zitat nennt eine Quelle</translation>
    </message>
    <message>
        <source>no source for %1</source>
        <translation>keine Quelle für %1</translation>
    </message>
    <message>
        <source>repeats its prompt: %1</source>
        <translation>wiederholt den Prompt: %1</translation>
    </message>
    <message>
        <source>nothing of the prompt in it</source>
        <translation>nichts vom Prompt darin</translation>
    </message>
    <message>
        <source>ends whole</source>
        <translation>endet vollständig</translation>
    </message>
    <message>
        <source>a code block is never closed</source>
        <translation>ein Codeblock wird nie geschlossen</translation>
    </message>
    <message>
        <source>Not judged, so not passed.</source>
        <translation>Nicht bewertet, also nicht bestanden.</translation>
    </message>
    <message>
        <source>The quality gate is off; the score is %1.</source>
        <translation>Das Qualitäts-Gate ist aus; der Score ist %1.</translation>
    </message>
    <message>
        <source>The answer says “%1” although tools returned results.</source>
        <translation>Die Antwort sagt „%1“, obwohl Tools Ergebnisse geliefert haben.</translation>
    </message>
    <message>
        <source>A check of the QA subgraph failed.</source>
        <translation>Eine Prüfung des QA-Teilgraphen ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 reaches the threshold %2.</source>
        <translation>%1 erreicht die Schwelle %2.</translation>
    </message>
    <message>
        <source>%1 is below the threshold %2.</source>
        <translation>%1 liegt unter der Schwelle %2.</translation>
    </message>
    <message>
        <source> Lowered most by %1.</source>
        <translation> Am stärksten gesenkt durch %1.</translation>
    </message>
    <message>
        <source> Raised most by %1.</source>
        <translation> Am stärksten erhöht durch %1.</translation>
    </message>
    <message>
        <source>Dual path is on: the fast and the premium path run side by side.</source>
        <translation>Dual Path ist an: Der schnelle und der Premium-Weg laufen nebeneinander.</translation>
    </message>
    <message>
        <source>Multi-strategy is on: several ways run side by side and vote.</source>
        <translation>Multi-Strategie ist an: Mehrere Wege laufen nebeneinander und stimmen ab.</translation>
    </message>
    <message>
        <source>The cascade is off: every turn goes to the premium model.</source>
        <translation>Die Kaskade ist aus: Jeder Turn geht an das Premium-Modell.</translation>
    </message>
    <message>
        <source>Confidence %1 reaches %2: fast model, direct answer.</source>
        <translation>Konfidenz %1 erreicht %2: schnelles Modell, direkte Antwort.</translation>
    </message>
    <message>
        <source>Confidence %1 is below %2: premium model, search first.</source>
        <translation>Konfidenz %1 liegt unter %2: Premium-Modell, erst suchen.</translation>
    </message>
    <message>
        <source>The question is empty; nothing was sent.</source>
        <translation>Die Frage ist leer; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The question has %1 characters; at most %2 are sent. Shorten it and ask again.</source>
        <translation>Die Frage hat %1 Zeichen; höchstens %2 werden gesendet. Kürzen Sie sie und fragen Sie erneut.</translation>
    </message>
    <message>
        <source>No draft.</source>
        <translation>Kein Entwurf.</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>below</source>
        <translation>darunter</translation>
    </message>
    <message>
        <source>Stopped by the operator.</source>
        <translation>Vom Bediener angehalten.</translation>
    </message>
    <message>
        <source>The JSON has %1 bytes; at most %2 are read.</source>
        <translation>Das JSON hat %1 Bytes; höchstens %2 werden gelesen.</translation>
    </message>
    <message>
        <source>The JSON is nested deeper than %1 levels.</source>
        <translation>Das JSON ist tiefer als %1 Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>The JSON is not valid UTF-8.</source>
        <translation>Das JSON ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>Not JSON at byte %1: %2.</source>
        <translation>Kein JSON bei Byte %1: %2.</translation>
    </message>
    <message>
        <source>The JSON is not an object.</source>
        <translation>Das JSON ist kein Objekt.</translation>
    </message>
    <message>
        <source>The committee has no judge. Choose a judge model.</source>
        <translation>Das Komitee hat keinen Judge. Wählen Sie ein Judge-Modell.</translation>
    </message>
    <message>
        <source>Stopped while the answer was being judged.</source>
        <translation>Angehalten, während die Antwort bewertet wurde.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>&quot;%1&quot; fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>&quot;%1&quot; ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2, outside of 0.0 to 1.0.</source>
        <translation>&quot;%1&quot; ist %2 und liegt außerhalb von 0.0 bis 1.0.</translation>
    </message>
    <message>
        <source>&quot;reasoning&quot; is missing or not text.</source>
        <translation>&quot;reasoning&quot; fehlt oder ist kein Text.</translation>
    </message>
    <message>
        <source>The reply is longer than %1 characters.</source>
        <translation>Die Antwort des Judge ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>The reply holds no JSON object with scores.</source>
        <translation>Die Antwort des Judge enthält kein JSON-Objekt mit Scores.</translation>
    </message>
    <message>
        <source>The reply holds more than one verdict; only one is allowed.</source>
        <translation>Die Antwort des Judge enthält mehr als ein Urteil; nur eines ist erlaubt.</translation>
    </message>
    <message>
        <source>The verdict is not valid JSON. %1</source>
        <translation>Das Urteil ist kein gültiges JSON. %1</translation>
    </message>
    <message>
        <source>The reply repeats an object that stands inside the ANSWER.</source>
        <translation>Die Antwort des Judge wiederholt ein Objekt, das innerhalb von ANSWER steht.</translation>
    </message>
    <message>
        <source>The judge %1 gave no usable scores, asked twice: %2 Choose a stronger judge model.</source>
        <translation>Der Judge %1 gab auch auf Nachfrage keine brauchbaren Scores: %2 Wählen Sie ein stärkeres Judge-Modell.</translation>
    </message>
    <message>
        <source>The answer states nothing that goes beyond the question.</source>
        <translation>Die Antwort sagt nichts, was über die Frage hinausgeht.</translation>
    </message>
    <message numerus="yes">
        <source>Every statement is supported by a passage (%n statement(s)).</source>
        <translation>
            <numerusform>Jede Aussage ist durch eine Passage belegt (%n Aussage).</numerusform>
            <numerusform>Jede Aussage ist durch eine Passage belegt (%n Aussagen).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 statements are not supported by any passage, for instance: &quot;%3&quot;.</source>
        <translation>%1 von %2 Aussagen sind durch keine Passage belegt, zum Beispiel: „%3“.</translation>
    </message>
    <message>
        <source>No passage speaks about the question.</source>
        <translation>Keine Passage spricht über die Frage.</translation>
    </message>
    <message>
        <source>It addresses the question and every salient point of the evidence.</source>
        <translation>Sie geht auf die Frage und auf jeden wichtigen Punkt der Belege ein.</translation>
    </message>
    <message>
        <source>It covers the salient points, but only %1 % of what the question asks about.</source>
        <translation>Sie deckt die wichtigen Punkte ab, aber nur %1 % dessen, wonach gefragt ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n salient point(s) of the evidence are left out; %1 % of what the question asks about is addressed.</source>
        <translation>
            <numerusform>%n wichtiger Punkt der Belege fehlt; auf %1 % dessen, wonach gefragt ist, wird eingegangen.</numerusform>
            <numerusform>%n wichtige Punkte der Belege fehlen; auf %1 % dessen, wonach gefragt ist, wird eingegangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It says that nothing was found although the evidence has something.</source>
        <translation>Sie sagt, es sei nichts gefunden worden, obwohl die Belege etwas enthalten.</translation>
    </message>
    <message>
        <source>The judging was stopped.</source>
        <translation>Die Bewertung wurde angehalten.</translation>
    </message>
    <message>
        <source>The judge&apos;s prompt %1 lacks a part or a variable; reinstall Assay.</source>
        <translation>Dem Prompt des Judge %1 fehlt ein Teil oder eine Variable; installieren Sie Assay neu.</translation>
    </message>
    <message>
        <source>There is no judge&apos;s prompt %1 in this build.</source>
        <translation>In diesem Build gibt es keinen Prompt des Judge namens %1.</translation>
    </message>
    <message>
        <source>an event that is not JSON</source>
        <translation>ein Ereignis, das kein JSON ist</translation>
    </message>
    <message>
        <source>an event without a type</source>
        <translation>ein Ereignis ohne Typ</translation>
    </message>
    <message>
        <source>text that is not JSON</source>
        <translation>Text, der kein JSON ist</translation>
    </message>
    <message>
        <source>JSON without &quot;content&quot;</source>
        <translation>JSON ohne &quot;content&quot;</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>%1 began an answer and ended it without a word. Some servers do so when the prompt is longer than the model&apos;s context window: ask a shorter question, lower the number of documents, or choose a model with a larger window.</source>
        <translation>%1 begann eine Antwort und beendete sie ohne ein Wort. Manche Server tun das, wenn der Prompt länger ist als das Kontextfenster des Modells: Stellen Sie eine kürzere Frage, senken Sie die Zahl der Dokumente oder wählen Sie ein Modell mit größerem Fenster.</translation>
    </message>
    <message>
        <source>an empty reply</source>
        <translation>eine leere Antwort</translation>
    </message>
    <message>
        <source>%1 ended its answer before it was complete.</source>
        <translation>%1 beendete die Antwort, bevor sie vollständig war.</translation>
    </message>
    <message>
        <source>%1 did not finish within %2 ms.</source>
        <translation>%1 wurde nicht innerhalb von %2 ms fertig.</translation>
    </message>
    <message>
        <source>%1 fell silent for %2 ms in the middle of its answer.</source>
        <translation>%1 verstummte mitten in der Antwort für %2 ms.</translation>
    </message>
    <message>
        <source>no HTTP status</source>
        <translation>kein HTTP-Status</translation>
    </message>
    <message>
        <source>it is not issued for %1 (no matching subject alternative name)</source>
        <translation>es ist nicht für %1 ausgestellt (kein passender Subject Alternative Name)</translation>
    </message>
    <message>
        <source>its key or signature is too weak, or otherwise unusable</source>
        <translation>sein Schlüssel oder seine Signatur ist zu schwach oder sonst unbrauchbar</translation>
    </message>
    <message>
        <source>The certificate of %1 was refused: %2. Nothing was sent. If the server is yours, add its authority under &quot;trust this CA&quot;.</source>
        <translation>Das Zertifikat von %1 wurde abgelehnt: %2. Es wurde nichts gesendet. Wenn der Server Ihnen gehört, fügen Sie seine Zertifizierungsstelle unter „Zertifizierungsstellen“ hinzu.</translation>
    </message>
    <message>
        <source>%1 sent more than %2 bytes; the answer was given up.</source>
        <translation>%1 sendete mehr als %2 Bytes; die Antwort wurde aufgegeben.</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Start the server or correct its address.</source>
        <translation>Unter %1 antwortet nichts. Starten Sie den Server oder berichtigen Sie seine Adresse.</translation>
    </message>
    <message>
        <source>The name in %1 cannot be resolved. Check the address and the network.</source>
        <translation>Der Name in %1 lässt sich nicht auflösen. Prüfen Sie die Adresse und das Netz.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2. Nothing was sent.</source>
        <translation>Keine sichere Verbindung zu %1: %2. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 could not be reached in time.</source>
        <translation>%1 war nicht rechtzeitig erreichbar.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer, or answered with something that is not HTTP.</source>
        <translation>%1 schloss die Verbindung ohne Antwort oder antwortete mit etwas, das kein HTTP ist.</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete.</source>
        <translation>%1 schloss die Verbindung, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>something that is not HTTP</source>
        <translation>etwas, das kein HTTP ist</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2.</source>
        <translation>Die Verbindung zu %1 ist fehlgeschlagen: %2.</translation>
    </message>
    <message>
        <source>Stopped before %1 was asked.</source>
        <translation>Angehalten, bevor %1 gefragt wurde.</translation>
    </message>
    <message>
        <source>Stopped; the connection to %1 was closed.</source>
        <translation>Angehalten; die Verbindung zu %1 wurde geschlossen.</translation>
    </message>
    <message>
        <source>%1 does not know this model or address (status %2). Check the model&apos;s name and the base URL.</source>
        <translation>%1 kennt dieses Modell oder diese Adresse nicht (Status %2). Prüfen Sie den Namen des Modells und die Basis-URL.</translation>
    </message>
    <message>
        <source>%1 took too long to answer (status %2).</source>
        <translation>%1 brauchte zu lange für die Antwort (Status %2).</translation>
    </message>
    <message>
        <source>%1 wants fewer requests (status %2). Lower the rate limit or wait.</source>
        <translation>%1 verlangt weniger Anfragen (Status %2). Senken Sie das Ratenlimit oder warten Sie.</translation>
    </message>
    <message>
        <source>%1 has a problem of its own (status %2). Try again later.</source>
        <translation>%1 hat selbst ein Problem (Status %2). Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 did not accept the request (status %2).</source>
        <translation>%1 hat die Anfrage nicht angenommen (Status %2).</translation>
    </message>
    <message>
        <source>%1 answered with the unexpected status %2.</source>
        <translation>%1 antwortete mit dem unerwarteten Status %2.</translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <translation>%1 Die Meldung lautet: %2</translation>
    </message>
    <message>
        <source>%1 redirects to %2. Redirects are not followed, since the key would go along: enter the final address as base URL.</source>
        <translation>%1 leitet um nach %2. Umleitungen werden nicht befolgt, weil der Schlüssel mitginge: Tragen Sie die endgültige Adresse als Basis-URL ein.</translation>
    </message>
    <message>
        <source>a web page with status 404</source>
        <translation>eine Webseite mit Status 404</translation>
    </message>
    <message>
        <source>%1 broke off with an error (%2).</source>
        <translation>%1 brach mit einem Fehler ab (%2).</translation>
    </message>
    <message>
        <source>%1 answered with %2: the address does not look like a language model&apos;s API. Check the base URL (it usually ends in /v1).</source>
        <translation>%1 antwortete mit: %2. Die Adresse sieht nicht nach der API eines Sprachmodells aus. Prüfen Sie die Basis-URL (sie endet meist auf /v1).</translation>
    </message>
    <message>
        <source>This installation has no TLS library; install libssl3.</source>
        <translation>Dieser Installation fehlt die TLS-Bibliothek; installieren Sie libssl3.</translation>
    </message>
    <message>
        <source>No certificate can be read from %1. Name a PEM file of the authority to trust.</source>
        <translation>Aus %1 lässt sich kein Zertifikat lesen. Nennen Sie eine PEM-Datei der Zertifizierungsstelle, der vertraut werden soll.</translation>
    </message>
    <message>
        <source>something that is no list of models</source>
        <translation>etwas, das keine Liste von Modellen ist</translation>
    </message>
    <message>
        <source>The knowledge base has nothing on this.</source>
        <translation>Die Wissensbasis enthält dazu nichts.</translation>
    </message>
    <message>
        <source>The answer was stopped.</source>
        <translation>Die Antwort wurde angehalten.</translation>
    </message>
    <message>
        <source>JSON without &quot;choices&quot;</source>
        <translation>JSON ohne &quot;choices&quot;</translation>
    </message>
    <message>
        <source>Price entry %1 (&quot;%2&quot;) needs provider, match, and input and output as whole micro-dollars per million tokens, 0 to %3.</source>
        <translation>Der Preiseintrag %1 („%2“) braucht provider, match sowie input und output als ganze Mikro-Dollar je Million Token, 0 bis %3.</translation>
    </message>
    <message>
        <source>The bundled price table is missing from this build.</source>
        <translation>Die mitgelieferte Preistabelle fehlt in diesem Build.</translation>
    </message>
    <message>
        <source>The price table has no &quot;models&quot;.</source>
        <translation>Die Preistabelle hat kein &quot;models&quot;.</translation>
    </message>
    <message>
        <source>The price file %1 cannot be read: %2.</source>
        <translation>Die Preisdatei %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Price file %1: %2</source>
        <translation>Preisdatei %1: %2</translation>
    </message>
    <message>
        <source>%1 runs on your own machine and costs nothing per token.</source>
        <translation>%1 läuft auf Ihrem eigenen Rechner und kostet nichts je Token.</translation>
    </message>
    <message>
        <source>No price is known for %1 at %2; its cost counts as $0 and is marked as an estimate. Add it to the price file.</source>
        <translation>Für %1 bei %2 ist kein Preis bekannt; die Kosten zählen als $0 und sind als Schätzung markiert. Tragen Sie ihn in die Preisdatei ein.</translation>
    </message>
    <message>
        <source>%1 is priced like %2 (list price as of %3): an estimate.</source>
        <translation>%1 wird wie %2 berechnet (Listenpreis vom %3): eine Schätzung.</translation>
    </message>
    <message>
        <source>The price of %1 comes from your price file.</source>
        <translation>Der Preis von %1 stammt aus Ihrer Preisdatei.</translation>
    </message>
    <message>
        <source>List price of %1 as of %2.</source>
        <translation>Listenpreis von %1 vom %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names a provider but no model.</source>
        <translation>„%1“ nennt einen Anbieter, aber kein Modell.</translation>
    </message>
    <message>
        <source>No model is named. Write provider/model, for instance ollama/llama3.2, or offline-fast.</source>
        <translation>Es ist kein Modell genannt. Schreiben Sie Anbieter/Modell, etwa ollama/llama3.2, oder offline-fast.</translation>
    </message>
    <message>
        <source>The base URL must look like https://api.example.org/v1 or http://127.0.0.1:8080/v1.</source>
        <translation>Die Basis-URL muss aussehen wie https://api.example.org/v1 oder http://127.0.0.1:8080/v1.</translation>
    </message>
    <message>
        <source>The base URL must not hold a name or password; put the key into its own field, where it is kept safe.</source>
        <translation>Die Basis-URL darf keinen Namen und kein Passwort enthalten; tragen Sie den Schlüssel in sein eigenes Feld ein, wo er sicher verwahrt wird.</translation>
    </message>
    <message>
        <source>The base URL must end with its path: no &quot;?&quot; and no &quot;#&quot;.</source>
        <translation>Die Basis-URL muss mit ihrem Pfad enden: ohne „?“ und ohne „#“.</translation>
    </message>
    <message>
        <source>%1 is reached without encryption. Use https, or allow plain http for this address explicitly.</source>
        <translation>%1 wird unverschlüsselt erreicht. Verwenden Sie https oder erlauben Sie für diese Adresse ausdrücklich http.</translation>
    </message>
    <message>
        <source>Keys, questions and answers travel to %1 unencrypted: anyone on the way can read them.</source>
        <translation>Schlüssel, Fragen und Antworten gehen unverschlüsselt an %1: Jeder auf dem Weg kann sie lesen.</translation>
    </message>
    <message>
        <source>There is no remote provider &quot;%1&quot;.</source>
        <translation>Es gibt keinen Anbieter „%1“ im Netz.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no embedded model &quot;%1&quot;; there are offline-fast and offline-premium.</source>
        <translation>Es gibt kein eingebettetes Modell „%1“; es gibt offline-fast und offline-premium.</translation>
    </message>
    <message>
        <source>Stopped while waiting for the rate limit.</source>
        <translation>Angehalten beim Warten auf das Ratenlimit.</translation>
    </message>
    <message>
        <source>The rate limit of this console left no time to ask %1. Raise it under Tuning, or allow the call more time.</source>
        <translation>Das Ratenlimit dieser Konsole ließ keine Zeit, %1 zu fragen. Erhöhen Sie es unter Tuning oder geben Sie dem Aufruf mehr Zeit.</translation>
    </message>
    <message>
        <source>Stopped while waiting to ask again.</source>
        <translation>Angehalten beim Warten auf den nächsten Aufruf.</translation>
    </message>
    <message>
        <source>The server sent a line of more than %1 bytes; the answer was given up. Check that the address is that of a language model&apos;s API.</source>
        <translation>Der Server sendete eine Zeile mit mehr als %1 Bytes; die Antwort wurde aufgegeben. Prüfen Sie, ob die Adresse zur API eines Sprachmodells gehört.</translation>
    </message>
    <message>
        <source>The bundled article %1 cannot be read: %2.</source>
        <translation>Der mitgelieferte Artikel %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>No bundled articles in %1. Reinstall Assay.</source>
        <translation>Keine mitgelieferten Artikel in %1. Installieren Sie Assay neu.</translation>
    </message>
    <message>
        <source>Chroma has no collection &quot;%1&quot;. Add documents to it first, or name another collection in the settings.</source>
        <translation>Chroma hat keine Sammlung „%1“. Fügen Sie ihr zuerst Dokumente hinzu oder nennen Sie in den Einstellungen eine andere Sammlung.</translation>
    </message>
    <message>
        <source>Chroma described the collection &quot;%1&quot; without an id.</source>
        <translation>Chroma beschrieb die Sammlung „%1“ ohne ID.</translation>
    </message>
    <message>
        <source>Chroma made the collection &quot;%1&quot; without an id.</source>
        <translation>Chroma legte die Sammlung „%1“ ohne ID an.</translation>
    </message>
    <message>
        <source>The embedder answered %1 vectors for %2 texts.</source>
        <translation>Der Embedder lieferte %1 Vektoren für %2 Texte.</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>This is a binary file, not text.</source>
        <translation>Dies ist eine Binärdatei, kein Text.</translation>
    </message>
    <message>
        <source>More text than the limit of %1 characters. Split the file.</source>
        <translation>Mehr Text als die Grenze von %1 Zeichen. Teilen Sie die Datei.</translation>
    </message>
    <message>
        <source>Files of type &quot;.%1&quot; are not read. Known types: %2.</source>
        <translation>Dateien vom Typ „.%1“ werden nicht gelesen. Bekannte Typen: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than the limit of %2.</source>
        <translation>%1 ist größer als die Grenze von %2.</translation>
    </message>
    <message>
        <source>No text in it. A scanned PDF has to go through text recognition first.</source>
        <translation>Kein Text darin. Ein gescanntes PDF muss zuerst durch eine Texterkennung gehen.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is not a plain file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The embedding was stopped.</source>
        <translation>Das Einbetten wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 at %2 did not answer within %3 s.</source>
        <translation>%1 unter %2 antwortete nicht innerhalb von %3 s.</translation>
    </message>
    <message>
        <source>The call to %1 was stopped.</source>
        <translation>Der Aufruf von %1 wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 at %2 sent more than %3 MB.</source>
        <translation>%1 unter %2 sendete mehr als %3 MB.</translation>
    </message>
    <message>
        <source>%1 at %2 refused the key (%3). Check it in the settings.</source>
        <translation>%1 unter %2 hat den Schlüssel abgelehnt (%3). Prüfen Sie ihn in den Einstellungen.</translation>
    </message>
    <message>
        <source>%1 at %2 does not know %3.</source>
        <translation>%1 unter %2 kennt %3 nicht.</translation>
    </message>
    <message>
        <source>%1 at %2 asks to slow down (429).</source>
        <translation>%1 unter %2 bittet um langsamere Anfragen (429).</translation>
    </message>
    <message>
        <source>%1 at %2 failed (%3): %4</source>
        <translation>%1 unter %2 ist fehlgeschlagen (%3): %4</translation>
    </message>
    <message>
        <source>%1 at %2 refused the request (%3): %4</source>
        <translation>%1 unter %2 hat die Anfrage abgelehnt (%3): %4</translation>
    </message>
    <message>
        <source>%1 at %2 answered with status %3, which is not an answer.</source>
        <translation>%1 unter %2 antwortete mit Status %3; das ist keine Antwort.</translation>
    </message>
    <message>
        <source>The certificate of %1 at %2 was refused: %3</source>
        <translation>Das Zertifikat von %1 unter %2 wurde abgelehnt: %3</translation>
    </message>
    <message>
        <source>%1 at %2 cannot be reached: %3. Is it running?</source>
        <translation>%1 ist unter %2 nicht erreichbar: %3. Läuft der Dienst?</translation>
    </message>
    <message>
        <source>%1 at %2 did not answer with JSON: %3</source>
        <translation>%1 unter %2 antwortete nicht mit JSON: %3</translation>
    </message>
    <message>
        <source>The file is larger than the limit of %1 MB.</source>
        <translation>Die Datei ist größer als die Grenze von %1 MB.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Files of type &quot;.%1&quot; are not read.</source>
        <translation>Dateien vom Typ „.%1“ werden nicht gelesen.</translation>
    </message>
    <message>
        <source>No document &quot;%1&quot; in the knowledge index. &quot;assay docs list&quot; shows what is there.</source>
        <translation>Kein Dokument „%1“ im Wissensindex. „assay docs list“ zeigt, was vorhanden ist.</translation>
    </message>
    <message>
        <source>The knowledge index %1 is damaged (%2). Restart Assay: it keeps the file aside and builds a new index.</source>
        <translation>Der Wissensindex %1 ist beschädigt (%2). Starten Sie Assay neu: Es hebt die Datei auf und baut einen neuen Index.</translation>
    </message>
    <message>
        <source>The disk is full, so the knowledge index %1 could not be written. Free some space and try again.</source>
        <translation>Der Datenträger ist voll, daher konnte der Wissensindex %1 nicht geschrieben werden. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The knowledge index %1 cannot be written: the file or its folder is read-only.</source>
        <translation>Der Wissensindex %1 kann nicht geschrieben werden: Die Datei oder ihr Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The knowledge index %1 answered: %2.</source>
        <translation>Der Wissensindex %1 meldete: %2.</translation>
    </message>
    <message>
        <source>The folder for the knowledge index %1 could not be made. Check its permissions.</source>
        <translation>Der Ordner für den Wissensindex %1 konnte nicht angelegt werden. Prüfen Sie seine Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The knowledge index %1 was written by a newer Assay (version %2). Update Assay, or move the file away.</source>
        <translation>Der Wissensindex %1 wurde von einem neueren Assay geschrieben (Version %2). Aktualisieren Sie Assay oder verschieben Sie die Datei.</translation>
    </message>
    <message>
        <source>The knowledge index was damaged. It was kept as %1 and a new one was started; add your documents again.</source>
        <translation>Der Wissensindex war beschädigt. Er wurde als %1 aufgehoben und ein neuer begonnen; fügen Sie Ihre Dokumente erneut hinzu.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no text to index.</source>
        <translation>„%1“ hat keinen Text zum Indizieren.</translation>
    </message>
    <message>
        <source>The passage %1 is no longer in the knowledge index: its document was changed or removed since.</source>
        <translation>Die Passage %1 ist nicht mehr im Wissensindex: Ihr Dokument wurde seither geändert oder entfernt.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message>
        <source>The HTML file is too large.</source>
        <translation>Die HTML-Datei ist zu groß.</translation>
    </message>
    <message>
        <source>The HTML could not be parsed.</source>
        <translation>Das HTML ließ sich nicht zerlegen.</translation>
    </message>
    <message>
        <source>The Markdown could not be parsed: not enough memory.</source>
        <translation>Das Markdown ließ sich nicht zerlegen: zu wenig Speicher.</translation>
    </message>
    <message>
        <source>%1 pages are more than the limit of %2. Split the file.</source>
        <translation>%1 Seiten sind mehr als die Grenze von %2. Teilen Sie die Datei.</translation>
    </message>
    <message>
        <source>Reading its pages took longer than %1 s.</source>
        <translation>Das Lesen der Seiten dauerte länger als %1 s.</translation>
    </message>
    <message>
        <source>This is not a PDF file.</source>
        <translation>Dies ist keine PDF-Datei.</translation>
    </message>
    <message>
        <source>The PDF is damaged and could not be opened.</source>
        <translation>Das PDF ist beschädigt und ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The PDF asks for a password. Save it without one first.</source>
        <translation>Das PDF verlangt ein Passwort. Speichern Sie es zuerst ohne.</translation>
    </message>
    <message>
        <source>The PDF could not be read: %1.</source>
        <translation>Das PDF konnte nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Tavily&apos;s answer has no list of results.</source>
        <translation>Die Antwort von Tavily hat keine Liste von Ergebnissen.</translation>
    </message>
    <message>
        <source>Web search needs a Tavily key. Set TAVILY_API_KEY or store one in the settings.</source>
        <translation>Die Websuche braucht einen Tavily-Schlüssel. Setzen Sie TAVILY_API_KEY oder hinterlegen Sie einen in den Einstellungen.</translation>
    </message>
    <message>
        <source>The tool returned nothing.</source>
        <translation>Das Tool lieferte nichts.</translation>
    </message>
    <message>
        <source>The tool reported an error: %1</source>
        <translation>Das Tool meldete einen Fehler: %1</translation>
    </message>
    <message>
        <source>The tool&apos;s result begins like an error report (&quot;%1&quot;).</source>
        <translation>Das Ergebnis des Tools beginnt wie eine Fehlermeldung („%1“).</translation>
    </message>
    <message>
        <source>The tool says it found nothing (&quot;%1&quot;).</source>
        <translation>Das Tool sagt, es habe nichts gefunden („%1“).</translation>
    </message>
    <message>
        <source>The tool promised JSON and sent something else.</source>
        <translation>Das Tool hat JSON versprochen und etwas anderes geliefert.</translation>
    </message>
    <message>
        <source>The tool&apos;s result does not speak about the question.</source>
        <translation>Das Ergebnis des Tools spricht nicht über die Frage.</translation>
    </message>
    <message>
        <source>The knowledge index cannot be kept on disk: %1 It is in memory until you quit.</source>
        <translation>Der Wissensindex lässt sich nicht auf dem Datenträger halten: %1 Er bleibt im Arbeitsspeicher, bis Sie Assay beenden.</translation>
    </message>
    <message>
        <source>There is no knowledge index, so nothing can be answered.</source>
        <translation>Es gibt keinen Wissensindex, daher lässt sich nichts beantworten.</translation>
    </message>
    <message>
        <source>There is no knowledge index.</source>
        <translation>Es gibt keinen Wissensindex.</translation>
    </message>
    <message>
        <source>%1 answered in %2 s.</source>
        <translation>%1 antwortete in %2 s.</translation>
    </message>
    <message>
        <source>Turns are answered but cannot be recorded: %1</source>
        <translation>Turns werden beantwortet, lassen sich aber nicht aufzeichnen: %1</translation>
    </message>
    <message>
        <source>The defaults.</source>
        <translation>Die Standardwerte.</translation>
    </message>
    <message>
        <source>More turns go to the fast model, a lower bar, fewer retries.</source>
        <translation>Mehr Turns gehen an das schnelle Modell, niedrigere Hürde, weniger Wiederholungen.</translation>
    </message>
    <message>
        <source>More turns go to the premium model, more retries, three judges.</source>
        <translation>Mehr Turns gehen an das Premium-Modell, mehr Wiederholungen, drei Judges.</translation>
    </message>
    <message>
        <source>There is no such profile; there are %1.</source>
        <translation>Dieses Profil gibt es nicht; vorhanden sind %1.</translation>
    </message>
    <message>
        <source>Profiles hold tuning only; this setting belongs in the settings file.</source>
        <translation>Profile enthalten nur Tuning; diese Einstellung gehört in die Einstellungsdatei.</translation>
    </message>
    <message>
        <source>A profile&apos;s name is made of letters, digits, spaces, hyphens and dots, 64 at most.</source>
        <translation>Der Name eines Profils besteht aus Buchstaben, Ziffern, Leerzeichen, Bindestrichen und Punkten, höchstens 64.</translation>
    </message>
    <message>
        <source>%1 ships with Assay and stays as it is. Choose another name.</source>
        <translation>%1 gehört zu Assay und bleibt, wie es ist. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The keyring stayed locked.</source>
        <translation>Der Schlüsselbund blieb gesperrt.</translation>
    </message>
    <message>
        <source>This desktop has no keyring.</source>
        <translation>Diese Arbeitsumgebung hat keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keyring does not answer (%1).</source>
        <translation>Der Schlüsselbund antwortet nicht (%1).</translation>
    </message>
    <message>
        <source>The keyring did not answer in time; it may be locked.</source>
        <translation>Der Schlüsselbund antwortete nicht rechtzeitig; vielleicht ist er gesperrt.</translation>
    </message>
    <message>
        <source>set (environment %1)</source>
        <translation>gesetzt (Umgebung %1)</translation>
    </message>
    <message>
        <source>set (keyring)</source>
        <translation>gesetzt (Schlüsselbund)</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>A key is one line of text without control characters.</source>
        <translation>Ein Schlüssel ist eine Textzeile ohne Steuerzeichen.</translation>
    </message>
    <message>
        <source>%1 Set the environment variable %2 instead.</source>
        <translation>%1 Setzen Sie stattdessen die Umgebungsvariable %2.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>calls/s</source>
        <translation>Aufrufe/s</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>judges</source>
        <translation>Judges</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>Passagen</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>$/day</source>
        <translation>$/Tag</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Which models answer, and which stages of the pipeline run.</source>
        <translation>Welche Modelle antworten und welche Stufen der Pipeline laufen.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>The gate every answer has to pass, retries and judges.</source>
        <translation>Das Gate, das jede Antwort passieren muss, Wiederholungen und Judges.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What goes to the fast model, how often models are called, and the budget.</source>
        <translation>Was an das schnelle Modell geht, wie oft Modelle gerufen werden, und das Budget.</translation>
    </message>
    <message>
        <source>Model connections</source>
        <translation>Modellverbindungen</translation>
    </message>
    <message>
        <source>Where models are reached, and with which key.</source>
        <translation>Wo Modelle erreicht werden und mit welchem Schlüssel.</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>Retrieval</translation>
    </message>
    <message>
        <source>Where passages come from that support an answer.</source>
        <translation>Woher die Passagen kommen, die eine Antwort stützen.</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetrie</translation>
    </message>
    <message>
        <source>DashStream messages, and the Kafka cluster they travel through.</source>
        <translation>DashStream-Nachrichten und der Kafka-Cluster, durch den sie laufen.</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>When a drop in quality raises an alert.</source>
        <translation>Wann ein Qualitätsabfall einen Alarm auslöst.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>How the console looks.</source>
        <translation>Wie die Konsole aussieht.</translation>
    </message>
    <message>
        <source>the value given (not shown: it looks like a secret)</source>
        <translation>der angegebene Wert (nicht gezeigt: er sieht nach einem Geheimnis aus)</translation>
    </message>
    <message>
        <source>Expected %1, got %2.</source>
        <translation>Erwartet: %1, erhalten: %2.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>NaN is no usable number.</source>
        <translation>NaN ist keine brauchbare Zahl.</translation>
    </message>
    <message>
        <source>%1 is outside %2 … %3.</source>
        <translation>%1 liegt außerhalb von %2 … %3.</translation>
    </message>
    <message>
        <source>The text is %1 characters long; at most %2 are allowed.</source>
        <translation>Der Text ist %1 Zeichen lang; höchstens %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>Control characters are not allowed.</source>
        <translation>Steuerzeichen sind nicht erlaubt.</translation>
    </message>
    <message>
        <source>This looks like a key. Store it in the keyring under Settings, or set its variable, such as OPENAI_API_KEY.</source>
        <translation>Das sieht nach einem Schlüssel aus. Hinterlegen Sie ihn im Schlüsselbund unter Einstellungen oder setzen Sie seine Variable, etwa OPENAI_API_KEY.</translation>
    </message>
    <message>
        <source>A name without white space is needed.</source>
        <translation>Verlangt ist ein Name ohne Leerraum.</translation>
    </message>
    <message>
        <source>Expected host:port, such as localhost:9092, got %1.</source>
        <translation>Erwartet: host:port, etwa localhost:9092; erhalten: %1.</translation>
    </message>
    <message>
        <source>The address holds a user name or password. Leave them out and store the key in the keyring under Settings.</source>
        <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort. Lassen Sie beides weg und hinterlegen Sie den Schlüssel im Schlüsselbund unter Einstellungen.</translation>
    </message>
    <message>
        <source>Expected an address such as https://host/v1, got %1.</source>
        <translation>Erwartet: eine Adresse wie https://host/v1; erhalten: %1.</translation>
    </message>
    <message>
        <source>%1 is none of %2.</source>
        <translation>%1 gehört nicht zu %2.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>A secret is not given here. Store it in the keyring under Settings, or set %1.</source>
        <translation>Ein Geheimnis wird hier nicht angegeben. Hinterlegen Sie es im Schlüsselbund unter Einstellungen oder setzen Sie %1.</translation>
    </message>
    <message>
        <source>The value has the wrong type.</source>
        <translation>Der Wert hat den falschen Typ.</translation>
    </message>
    <message>
        <source>At most 100 entries are allowed.</source>
        <translation>Höchstens 100 Einträge sind erlaubt.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>file %1:%2</source>
        <translation>Datei %1:%2</translation>
    </message>
    <message>
        <source>environment %1</source>
        <translation>Umgebung %1</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>flag %1</source>
        <translation>Option %1</translation>
    </message>
    <message>
        <source>changed here</source>
        <translation>hier geändert</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Diese Einstellung gibt es nicht.</translation>
    </message>
    <message>
        <source>Expected KEY=VALUE, such as quality.threshold=0.9.</source>
        <translation>Erwartet: KEY=VALUE, etwa quality.threshold=0.9.</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n Einstellung</numerusform>
            <numerusform>%n Einstellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation>Zurück zur Datei</translation>
    </message>
    <message>
        <source>Fast model</source>
        <translation>Schnelles Modell</translation>
    </message>
    <message>
        <source>Answers turns that are predicted to be easy. offline-fast is the embedded model, which needs no network.</source>
        <translation>Beantwortet Turns, die voraussichtlich leicht sind. offline-fast ist das eingebettete Modell, das kein Netz braucht.</translation>
    </message>
    <message>
        <source>Premium model</source>
        <translation>Premium-Modell</translation>
    </message>
    <message>
        <source>Answers turns that are predicted to be hard, and retries that upgrade. offline-premium is the embedded model.</source>
        <translation>Beantwortet Turns, die voraussichtlich schwer sind, und Wiederholungen mit Upgrade. offline-premium ist das eingebettete Modell.</translation>
    </message>
    <message>
        <source>Judge model</source>
        <translation>Judge-Modell</translation>
    </message>
    <message>
        <source>Scores every answer. offline is the embedded lexical judge, which needs no network.</source>
        <translation>Bewertet jede Antwort. offline ist der eingebettete lexikalische Judge, der kein Netz braucht.</translation>
    </message>
    <message>
        <source>Dual path</source>
        <translation>Dual Path</translation>
    </message>
    <message>
        <source>Answers directly and after a search at the same time; the better judged answer wins and both are paid for.</source>
        <translation>Antwortet gleichzeitig direkt und nach einer Suche; die besser bewertete Antwort gewinnt, bezahlt werden beide.</translation>
    </message>
    <message>
        <source>Every attempt drafts two answers and costs about twice as much.</source>
        <translation>Jeder Versuch entwirft zwei Antworten und kostet etwa das Doppelte.</translation>
    </message>
    <message>
        <source>Every attempt drafts one answer.</source>
        <translation>Jeder Versuch entwirft eine Antwort.</translation>
    </message>
    <message>
        <source>Parallel strategies</source>
        <translation>Parallele Strategien</translation>
    </message>
    <message>
        <source>Answers in several ways at the same time; a vote decides.</source>
        <translation>Antwortet gleichzeitig auf mehrere Arten; eine Abstimmung entscheidet.</translation>
    </message>
    <message>
        <source>Every attempt drafts several answers and costs that much more.</source>
        <translation>Jeder Versuch entwirft mehrere Antworten und kostet entsprechend mehr.</translation>
    </message>
    <message>
        <source>Grade documents</source>
        <translation>Dokumente einstufen</translation>
    </message>
    <message>
        <source>Grades what was found; when too little is relevant, the question is rewritten once and searched again.</source>
        <translation>Stuft das Gefundene ein; ist zu wenig davon relevant, wird die Frage einmal umformuliert und erneut gesucht.</translation>
    </message>
    <message>
        <source>Irrelevant passages no longer reach the model.</source>
        <translation>Irrelevante Passagen erreichen das Modell nicht mehr.</translation>
    </message>
    <message>
        <source>Every passage found reaches the model, relevant or not.</source>
        <translation>Jede gefundene Passage erreicht das Modell, ob relevant oder nicht.</translation>
    </message>
    <message>
        <source>Response validator</source>
        <translation>Antwortprüfung</translation>
    </message>
    <message>
        <source>Finds answers that say nothing was found although the search returned results, and answers without citations.</source>
        <translation>Findet Antworten, die sagen, es sei nichts gefunden worden, obwohl die Suche Ergebnisse lieferte, und Antworten ohne Zitate.</translation>
    </message>
    <message>
        <source>Answers that ignore what was found are caught.</source>
        <translation>Antworten, die das Gefundene übergehen, werden abgefangen.</translation>
    </message>
    <message>
        <source>Answers that ignore what was found are only seen by the judge.</source>
        <translation>Antworten, die das Gefundene übergehen, sieht nur der Judge.</translation>
    </message>
    <message>
        <source>Tool result validator</source>
        <translation>Prüfung der Tool-Ergebnisse</translation>
    </message>
    <message>
        <source>Checks what tools return before a model sees it: empty, failed, irrelevant or malformed.</source>
        <translation>Prüft, was Tools liefern, bevor ein Modell es sieht: leer, fehlgeschlagen, irrelevant oder fehlerhaft.</translation>
    </message>
    <message>
        <source>Unusable tool results are replaced before the draft.</source>
        <translation>Unbrauchbare Tool-Ergebnisse werden vor dem Entwurf ersetzt.</translation>
    </message>
    <message>
        <source>Tool results reach the model unchecked.</source>
        <translation>Tool-Ergebnisse erreichen das Modell ungeprüft.</translation>
    </message>
    <message>
        <source>Mandatory tool context</source>
        <translation>Tool-Kontext erzwingen</translation>
    </message>
    <message>
        <source>Puts what was found into the prompt of every attempt, after the question.</source>
        <translation>Setzt das Gefundene in den Prompt jedes Versuchs, nach der Frage.</translation>
    </message>
    <message>
        <source>Retries see what was found, too; prompts get longer.</source>
        <translation>Auch Wiederholungen sehen das Gefundene; Prompts werden länger.</translation>
    </message>
    <message>
        <source>Only the first attempt sees what was found.</source>
        <translation>Nur der erste Versuch sieht das Gefundene.</translation>
    </message>
    <message>
        <source>Confidence scoring</source>
        <translation>Konfidenzschätzung</translation>
    </message>
    <message>
        <source>Predicts how likely the fast path is to pass the gate. Without it every turn counts as 0.5.</source>
        <translation>Sagt voraus, wie wahrscheinlich der schnelle Weg das Gate passiert. Ohne sie zählt jeder Turn als 0.5.</translation>
    </message>
    <message>
        <source>Turns are routed by their own predicted confidence.</source>
        <translation>Turns werden nach ihrer eigenen vorhergesagten Konfidenz gelenkt.</translation>
    </message>
    <message>
        <source>Every turn takes the same route.</source>
        <translation>Jeder Turn nimmt denselben Weg.</translation>
    </message>
    <message>
        <source>Confidence calibration</source>
        <translation>Konfidenzkalibrierung</translation>
    </message>
    <message>
        <source>Corrects predicted confidence by what was observed.</source>
        <translation>Korrigiert die vorhergesagte Konfidenz anhand der Beobachtungen.</translation>
    </message>
    <message>
        <source>Confidence means an observed pass rate.</source>
        <translation>Konfidenz bedeutet eine beobachtete Bestehensquote.</translation>
    </message>
    <message>
        <source>The uncorrected prediction decides the route.</source>
        <translation>Die unkorrigierte Vorhersage entscheidet über den Weg.</translation>
    </message>
    <message>
        <source>QA checks</source>
        <translation>QA-Prüfungen</translation>
    </message>
    <message>
        <source>Runs the reusable set of checks on every draft, with a verdict of its own.</source>
        <translation>Führt die wiederverwendbaren Prüfungen an jedem Entwurf aus, mit eigenem Urteil.</translation>
    </message>
    <message>
        <source>Drafts are checked before the judge sees them.</source>
        <translation>Entwürfe werden geprüft, bevor der Judge sie sieht.</translation>
    </message>
    <message>
        <source>Only the judge looks at drafts.</source>
        <translation>Nur der Judge sieht Entwürfe an.</translation>
    </message>
    <message>
        <source>Active learning</source>
        <translation>Aktives Lernen</translation>
    </message>
    <message>
        <source>Keeps a record of every turn that a later training can learn from.</source>
        <translation>Führt über jeden Turn einen Datensatz, aus dem ein späteres Training lernen kann.</translation>
    </message>
    <message>
        <source>New turns become training records.</source>
        <translation>Neue Turns werden zu Trainingsdatensätzen.</translation>
    </message>
    <message>
        <source>New turns leave no training record.</source>
        <translation>Neue Turns hinterlassen keinen Trainingsdatensatz.</translation>
    </message>
    <message>
        <source>Same inputs</source>
        <translation>Gleiche Eingaben</translation>
    </message>
    <message>
        <source>A retry sends the same prompt to the same model.</source>
        <translation>Eine Wiederholung sendet denselben Prompt an dasselbe Modell.</translation>
    </message>
    <message>
        <source>Stronger prompt</source>
        <translation>Stärkerer Prompt</translation>
    </message>
    <message>
        <source>A retry tells the same model what the judge missed.</source>
        <translation>Eine Wiederholung sagt demselben Modell, was der Judge vermisst hat.</translation>
    </message>
    <message>
        <source>Upgrade model</source>
        <translation>Modell-Upgrade</translation>
    </message>
    <message>
        <source>A retry goes to the premium model.</source>
        <translation>Eine Wiederholung geht an das Premium-Modell.</translation>
    </message>
    <message>
        <source>Refine the answer</source>
        <translation>Antwort verbessern</translation>
    </message>
    <message>
        <source>A retry improves the previous answer.</source>
        <translation>Eine Wiederholung verbessert die vorige Antwort.</translation>
    </message>
    <message>
        <source>Force a search</source>
        <translation>Suche erzwingen</translation>
    </message>
    <message>
        <source>A retry searches first, even where the first attempt did not.</source>
        <translation>Eine Wiederholung sucht zuerst, auch wenn der erste Versuch es nicht tat.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Every vote counts; one outlier moves the score.</source>
        <translation>Jede Stimme zählt; ein Ausreißer verschiebt den Score.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>The middle vote counts; one outlier does not decide.</source>
        <translation>Die mittlere Stimme zählt; ein Ausreißer entscheidet nicht.</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>Mehrheit</translation>
    </message>
    <message>
        <source>More than half of the judges must reach the threshold.</source>
        <translation>Mehr als die Hälfte der Judges muss die Schwelle erreichen.</translation>
    </message>
    <message>
        <source>Veto</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>The lowest vote counts; every judge must be content.</source>
        <translation>Die niedrigste Stimme zählt; jeder Judge muss zufrieden sein.</translation>
    </message>
    <message>
        <source>Quality threshold</source>
        <translation>Qualitätsschwelle</translation>
    </message>
    <message>
        <source>Lowest overall score that passes the gate.</source>
        <translation>Niedrigster Gesamtscore, der das Gate passiert.</translation>
    </message>
    <message>
        <source>Fewer answers pass at once; more retries, more cost.</source>
        <translation>Weniger Antworten bestehen sofort; mehr Wiederholungen, mehr Kosten.</translation>
    </message>
    <message>
        <source>More answers pass at once; fewer retries, lower quality.</source>
        <translation>Mehr Antworten bestehen sofort; weniger Wiederholungen, geringere Qualität.</translation>
    </message>
    <message>
        <source>Max retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Attempts after the first. When none passes, the best one is returned and marked failed.</source>
        <translation>Versuche nach dem ersten. Besteht keiner, wird der beste zurückgegeben und als nicht bestanden markiert.</translation>
    </message>
    <message>
        <source>Hard turns get more attempts and cost more.</source>
        <translation>Schwere Turns bekommen mehr Versuche und kosten mehr.</translation>
    </message>
    <message>
        <source>Hard turns fail sooner and cost less.</source>
        <translation>Schwere Turns scheitern früher und kosten weniger.</translation>
    </message>
    <message>
        <source>Retry automatically</source>
        <translation>Automatisch wiederholen</translation>
    </message>
    <message>
        <source>Tries again when an answer misses the threshold.</source>
        <translation>Versucht es erneut, wenn eine Antwort die Schwelle verfehlt.</translation>
    </message>
    <message>
        <source>Answers below the threshold are tried again.</source>
        <translation>Antworten unter der Schwelle werden erneut versucht.</translation>
    </message>
    <message>
        <source>The first answer is final, passed or not.</source>
        <translation>Die erste Antwort ist endgültig, bestanden oder nicht.</translation>
    </message>
    <message>
        <source>Retry strategy</source>
        <translation>Wiederholstrategie</translation>
    </message>
    <message>
        <source>What a retry changes.</source>
        <translation>Was eine Wiederholung ändert.</translation>
    </message>
    <message>
        <source>Quality gate</source>
        <translation>Qualitäts-Gate</translation>
    </message>
    <message>
        <source>Holds every answer against the threshold. Without it the first answer is returned, judged but not gated.</source>
        <translation>Misst jede Antwort an der Schwelle. Ohne das Gate wird die erste Antwort zurückgegeben, bewertet, aber nicht zurückgehalten.</translation>
    </message>
    <message>
        <source>Answers must meet the threshold.</source>
        <translation>Antworten müssen die Schwelle erreichen.</translation>
    </message>
    <message>
        <source>Answers are judged but never held back or retried.</source>
        <translation>Antworten werden bewertet, aber nie zurückgehalten oder wiederholt.</translation>
    </message>
    <message>
        <source>Committee of judges</source>
        <translation>Komitee von Judges</translation>
    </message>
    <message>
        <source>Several judges score each answer and their disagreement is shown.</source>
        <translation>Mehrere Judges bewerten jede Antwort; ihre Uneinigkeit wird gezeigt.</translation>
    </message>
    <message>
        <source>Several judges score each answer; judging costs that much more.</source>
        <translation>Mehrere Judges bewerten jede Antwort; das Bewerten kostet entsprechend mehr.</translation>
    </message>
    <message>
        <source>One judge scores each answer.</source>
        <translation>Ein Judge bewertet jede Antwort.</translation>
    </message>
    <message>
        <source>Committee size</source>
        <translation>Komiteegröße</translation>
    </message>
    <message>
        <source>Judges in the committee.</source>
        <translation>Judges im Komitee.</translation>
    </message>
    <message>
        <source>Scores get steadier; judging costs more.</source>
        <translation>Scores werden stabiler; das Bewerten kostet mehr.</translation>
    </message>
    <message>
        <source>Judging costs less; scores get noisier.</source>
        <translation>Das Bewerten kostet weniger; Scores streuen stärker.</translation>
    </message>
    <message>
        <source>Committee rule</source>
        <translation>Komiteeregel</translation>
    </message>
    <message>
        <source>How the judges&apos; votes become one score.</source>
        <translation>Wie aus den Stimmen der Judges ein Score wird.</translation>
    </message>
    <message>
        <source>Model cascade</source>
        <translation>Modellkaskade</translation>
    </message>
    <message>
        <source>Sends easy turns to the fast model. Without it every turn goes to the premium model.</source>
        <translation>Schickt leichte Turns an das schnelle Modell. Ohne sie geht jeder Turn an das Premium-Modell.</translation>
    </message>
    <message>
        <source>Easy turns go to the fast model.</source>
        <translation>Leichte Turns gehen an das schnelle Modell.</translation>
    </message>
    <message>
        <source>Every turn goes to the premium model.</source>
        <translation>Jeder Turn geht an das Premium-Modell.</translation>
    </message>
    <message>
        <source>Confidence threshold</source>
        <translation>Konfidenzschwelle</translation>
    </message>
    <message>
        <source>At or above this predicted confidence a turn goes to the fast model, below it to the premium model.</source>
        <translation>Ab dieser vorhergesagten Konfidenz geht ein Turn an das schnelle Modell, darunter an das Premium-Modell.</translation>
    </message>
    <message>
        <source>More turns go to the premium model.</source>
        <translation>Mehr Turns gehen an das Premium-Modell.</translation>
    </message>
    <message>
        <source>Fewer turns go to the premium model.</source>
        <translation>Weniger Turns gehen an das Premium-Modell.</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>Model calls a second, over all turns; 0 means no limit.</source>
        <translation>Modellaufrufe je Sekunde, über alle Turns; 0 heißt ohne Grenze.</translation>
    </message>
    <message>
        <source>Calls wait less; the provider may refuse some.</source>
        <translation>Aufrufe warten kürzer; der Anbieter lehnt vielleicht einige ab.</translation>
    </message>
    <message>
        <source>Calls wait longer before they are sent.</source>
        <translation>Aufrufe warten länger, bevor sie gesendet werden.</translation>
    </message>
    <message>
        <source>Rate limit burst</source>
        <translation>Ratenlimit, Burst</translation>
    </message>
    <message>
        <source>Calls that may go out at once after a pause.</source>
        <translation>Aufrufe, die nach einer Pause auf einmal hinausgehen dürfen.</translation>
    </message>
    <message>
        <source>More calls go out at once.</source>
        <translation>Mehr Aufrufe gehen auf einmal hinaus.</translation>
    </message>
    <message>
        <source>Calls are spread more evenly.</source>
        <translation>Aufrufe verteilen sich gleichmäßiger.</translation>
    </message>
    <message>
        <source>Daily budget</source>
        <translation>Tagesbudget</translation>
    </message>
    <message>
        <source>What the status bar compares today&apos;s spending with; 0 means no budget.</source>
        <translation>Womit die Statusleiste die heutigen Ausgaben vergleicht; 0 heißt ohne Budget.</translation>
    </message>
    <message>
        <source>The budget mark comes later in the day.</source>
        <translation>Die Budgetmarke kommt später am Tag.</translation>
    </message>
    <message>
        <source>The budget mark comes earlier in the day.</source>
        <translation>Die Budgetmarke kommt früher am Tag.</translation>
    </message>
    <message>
        <source>Quality monitoring</source>
        <translation>Qualitätsüberwachung</translation>
    </message>
    <message>
        <source>Watches the scores of incoming turns.</source>
        <translation>Beobachtet die Scores eingehender Turns.</translation>
    </message>
    <message>
        <source>A drop in quality raises an alert.</source>
        <translation>Ein Qualitätsabfall löst einen Alarm aus.</translation>
    </message>
    <message>
        <source>A drop in quality raises no alert.</source>
        <translation>Ein Qualitätsabfall löst keinen Alarm aus.</translation>
    </message>
    <message>
        <source>Alert threshold</source>
        <translation>Alarmschwelle</translation>
    </message>
    <message>
        <source>Average score below which an alert is raised.</source>
        <translation>Mittlerer Score, unter dem ein Alarm ausgelöst wird.</translation>
    </message>
    <message>
        <source>Alerts come sooner and more often.</source>
        <translation>Alarme kommen früher und öfter.</translation>
    </message>
    <message>
        <source>Alerts come later and less often.</source>
        <translation>Alarme kommen später und seltener.</translation>
    </message>
    <message>
        <source>Alert window</source>
        <translation>Alarmfenster</translation>
    </message>
    <message>
        <source>Time over which scores are averaged for alerts.</source>
        <translation>Zeitraum, über den Scores für Alarme gemittelt werden.</translation>
    </message>
    <message>
        <source>Short dips no longer raise alerts.</source>
        <translation>Kurze Einbrüche lösen keinen Alarm mehr aus.</translation>
    </message>
    <message>
        <source>Alerts react faster, also to short dips.</source>
        <translation>Alarme reagieren schneller, auch auf kurze Einbrüche.</translation>
    </message>
    <message>
        <source>Base address of this provider&apos;s API, up to and with its version, without user name or password.</source>
        <translation>Basisadresse der API dieses Anbieters, bis einschließlich ihrer Version, ohne Benutzernamen oder Passwort.</translation>
    </message>
    <message>
        <source>Model timeout</source>
        <translation>Modell-Timeout</translation>
    </message>
    <message>
        <source>Longest a whole model call may take, its repeats included.</source>
        <translation>So lange darf ein ganzer Modellaufruf höchstens dauern, samt seinen Wiederholungen.</translation>
    </message>
    <message>
        <source>Slow models get more time.</source>
        <translation>Langsame Modelle bekommen mehr Zeit.</translation>
    </message>
    <message>
        <source>Slow calls are given up sooner.</source>
        <translation>Langsame Aufrufe werden früher aufgegeben.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Most tokens a model may write in one answer.</source>
        <translation>So viele Token darf ein Modell höchstens in einer Antwort schreiben.</translation>
    </message>
    <message>
        <source>Answers may be longer and cost more.</source>
        <translation>Antworten dürfen länger sein und kosten mehr.</translation>
    </message>
    <message>
        <source>Answers are cut off sooner.</source>
        <translation>Antworten werden früher abgeschnitten.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>How freely a model picks its words; 0 is the most repeatable.</source>
        <translation>Wie frei ein Modell seine Wörter wählt; 0 ist am besten wiederholbar.</translation>
    </message>
    <message>
        <source>Answers vary more.</source>
        <translation>Antworten schwanken mehr.</translation>
    </message>
    <message>
        <source>Answers vary less.</source>
        <translation>Antworten schwanken weniger.</translation>
    </message>
    <message>
        <source>OpenAI address</source>
        <translation>OpenAI-Adresse</translation>
    </message>
    <message>
        <source>OpenAI key</source>
        <translation>OpenAI-Schlüssel</translation>
    </message>
    <message>
        <source>For OpenAI models, as writer or as judge.</source>
        <translation>Für OpenAI-Modelle, zum Antworten oder als Judge.</translation>
    </message>
    <message>
        <source>Anthropic address</source>
        <translation>Anthropic-Adresse</translation>
    </message>
    <message>
        <source>Anthropic key</source>
        <translation>Anthropic-Schlüssel</translation>
    </message>
    <message>
        <source>For Claude models, as writer or as judge.</source>
        <translation>Für Claude-Modelle, zum Antworten oder als Judge.</translation>
    </message>
    <message>
        <source>Groq address</source>
        <translation>Groq-Adresse</translation>
    </message>
    <message>
        <source>Groq key</source>
        <translation>Groq-Schlüssel</translation>
    </message>
    <message>
        <source>For models that Groq serves.</source>
        <translation>Für Modelle, die Groq bereitstellt.</translation>
    </message>
    <message>
        <source>Ollama address</source>
        <translation>Ollama-Adresse</translation>
    </message>
    <message>
        <source>llama.cpp address</source>
        <translation>llama.cpp-Adresse</translation>
    </message>
    <message>
        <source>vLLM address</source>
        <translation>vLLM-Adresse</translation>
    </message>
    <message>
        <source>LM Studio address</source>
        <translation>LM-Studio-Adresse</translation>
    </message>
    <message>
        <source>Price file</source>
        <translation>Preisdatei</translation>
    </message>
    <message>
        <source>Prices that replace or add to the built-in table; empty for the built-in table alone.</source>
        <translation>Preise, die die eingebaute Tabelle ersetzen oder ergänzen; leer für die eingebaute Tabelle allein.</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>PEM file of authorities trusted beside the system&apos;s own, for servers inside a company; empty for none.</source>
        <translation>PEM-Datei mit Zertifizierungsstellen, denen neben denen des Systems vertraut wird, für Server im Unternehmen; leer für keine.</translation>
    </message>
    <message>
        <source>Passages per source</source>
        <translation>Passagen je Quelle</translation>
    </message>
    <message>
        <source>Most passages asked of each source.</source>
        <translation>So viele Passagen werden höchstens von jeder Quelle verlangt.</translation>
    </message>
    <message>
        <source>More evidence per turn; prompts get longer.</source>
        <translation>Mehr Belege je Turn; Prompts werden länger.</translation>
    </message>
    <message>
        <source>Less evidence per turn; prompts get shorter.</source>
        <translation>Weniger Belege je Turn; Prompts werden kürzer.</translation>
    </message>
    <message>
        <source>Search timeout</source>
        <translation>Such-Timeout</translation>
    </message>
    <message>
        <source>Longest a source may take; the turn goes on without it.</source>
        <translation>So lange darf eine Quelle höchstens brauchen; der Turn geht ohne sie weiter.</translation>
    </message>
    <message>
        <source>Slow sources get more time.</source>
        <translation>Langsame Quellen bekommen mehr Zeit.</translation>
    </message>
    <message>
        <source>Slow sources are left out sooner.</source>
        <translation>Langsame Quellen werden früher ausgelassen.</translation>
    </message>
    <message>
        <source>Chroma address</source>
        <translation>Chroma-Adresse</translation>
    </message>
    <message>
        <source>Chroma server to search, such as http://localhost:8000; empty for none.</source>
        <translation>Chroma-Server, der durchsucht wird, etwa http://localhost:8000; leer für keinen.</translation>
    </message>
    <message>
        <source>Chroma collection</source>
        <translation>Chroma-Sammlung</translation>
    </message>
    <message>
        <source>Collection that is searched.</source>
        <translation>Sammlung, die durchsucht wird.</translation>
    </message>
    <message>
        <source>Tavily address</source>
        <translation>Tavily-Adresse</translation>
    </message>
    <message>
        <source>Web search, used only when too few relevant passages were found and a key is set.</source>
        <translation>Websuche, nur wenn zu wenige relevante Passagen gefunden wurden und ein Schlüssel gesetzt ist.</translation>
    </message>
    <message>
        <source>Tavily key</source>
        <translation>Tavily-Schlüssel</translation>
    </message>
    <message>
        <source>For web search.</source>
        <translation>Für die Websuche.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>Nothing is encrypted and nobody signs in.</source>
        <translation>Nichts ist verschlüsselt und niemand meldet sich an.</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>The connection is encrypted.</source>
        <translation>Die Verbindung ist verschlüsselt.</translation>
    </message>
    <message>
        <source>SASL, plain text</source>
        <translation>SASL, Klartext</translation>
    </message>
    <message>
        <source>Signs in, but nothing is encrypted.</source>
        <translation>Meldet sich an, aber nichts ist verschlüsselt.</translation>
    </message>
    <message>
        <source>SASL over TLS</source>
        <translation>SASL über TLS</translation>
    </message>
    <message>
        <source>Signs in over an encrypted connection.</source>
        <translation>Meldet sich über eine verschlüsselte Verbindung an.</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Plain</translation>
    </message>
    <message>
        <source>The password itself is sent to the broker.</source>
        <translation>Das Passwort selbst wird an den Broker gesendet.</translation>
    </message>
    <message>
        <source>SCRAM with SHA-256</source>
        <translation>SCRAM mit SHA-256</translation>
    </message>
    <message>
        <source>The password is proven, not sent.</source>
        <translation>Das Passwort wird bewiesen, nicht gesendet.</translation>
    </message>
    <message>
        <source>SCRAM with SHA-512</source>
        <translation>SCRAM mit SHA-512</translation>
    </message>
    <message>
        <source>Check the host name</source>
        <translation>Hostnamen prüfen</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate must carry its host name.</source>
        <translation>Das Zertifikat des Brokers muss seinen Hostnamen tragen.</translation>
    </message>
    <message>
        <source>Do not check the host name</source>
        <translation>Hostnamen nicht prüfen</translation>
    </message>
    <message>
        <source>Any certificate of a trusted authority is accepted.</source>
        <translation>Jedes Zertifikat einer vertrauten Zertifizierungsstelle wird angenommen.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>IPv4 and IPv6 are tried.</source>
        <translation>IPv4 und IPv6 werden versucht.</translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation>IPv4</translation>
    </message>
    <message>
        <source>Only IPv4 is tried.</source>
        <translation>Nur IPv4 wird versucht.</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Only IPv6 is tried.</source>
        <translation>Nur IPv6 wird versucht.</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Früheste</translation>
    </message>
    <message>
        <source>A first start reads all messages the broker still has.</source>
        <translation>Ein erster Start liest alle Nachrichten, die der Broker noch hat.</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>A first start reads new messages only.</source>
        <translation>Ein erster Start liest nur neue Nachrichten.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>A missing position stops reading instead of skipping messages.</source>
        <translation>Eine fehlende Position hält das Lesen an, statt Nachrichten zu überspringen.</translation>
    </message>
    <message>
        <source>DashStream telemetry</source>
        <translation>DashStream-Telemetrie</translation>
    </message>
    <message>
        <source>Writes every turn as DashStream messages. The store, and with it the history, is filled from them.</source>
        <translation>Schreibt jeden Turn als DashStream-Nachrichten. Aus ihnen füllt sich der Speicher und damit der Verlauf.</translation>
    </message>
    <message>
        <source>New turns appear in the history and in analytics.</source>
        <translation>Neue Turns erscheinen im Verlauf und in der Analyse.</translation>
    </message>
    <message>
        <source>New turns leave no trace in the history.</source>
        <translation>Neue Turns hinterlassen keine Spur im Verlauf.</translation>
    </message>
    <message>
        <source>Kafka brokers</source>
        <translation>Kafka-Broker</translation>
    </message>
    <message>
        <source>Brokers as host:port; empty for the embedded log on this machine.</source>
        <translation>Broker als host:port; leer für das eingebettete Log auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Topic prefix</source>
        <translation>Topic-Präfix</translation>
    </message>
    <message>
        <source>Start of the names of topics that Assay itself creates.</source>
        <translation>Anfang der Namen von Topics, die Assay selbst anlegt.</translation>
    </message>
    <message>
        <source>Quality evaluation topic</source>
        <translation>Topic der Bewertungen</translation>
    </message>
    <message>
        <source>Topic of its own for QualityEvaluation messages, which strict DashStream readers refuse; empty to write none.</source>
        <translation>Eigenes Topic für QualityEvaluation-Nachrichten, die strenge DashStream-Leser ablehnen; leer, um keine zu schreiben.</translation>
    </message>
    <message>
        <source>A slow cluster gets more time.</source>
        <translation>Ein langsamer Cluster bekommt mehr Zeit.</translation>
    </message>
    <message>
        <source>A slow cluster is reported sooner.</source>
        <translation>Ein langsamer Cluster wird früher gemeldet.</translation>
    </message>
    <message>
        <source>Kafka topic</source>
        <translation>Kafka-Topic</translation>
    </message>
    <message>
        <source>Topic that DashStream messages are read from and written to.</source>
        <translation>Topic, aus dem DashStream-Nachrichten gelesen und in das sie geschrieben werden.</translation>
    </message>
    <message>
        <source>Kafka partition</source>
        <translation>Kafka-Partition</translation>
    </message>
    <message>
        <source>The only partition to read; -1 for all of them.</source>
        <translation>Die einzige Partition, die gelesen wird; -1 für alle.</translation>
    </message>
    <message>
        <source>Another partition is read.</source>
        <translation>Eine andere Partition wird gelesen.</translation>
    </message>
    <message>
        <source>Another partition is read; -1 reads all.</source>
        <translation>Eine andere Partition wird gelesen; -1 liest alle.</translation>
    </message>
    <message>
        <source>Consumer group</source>
        <translation>Consumer-Gruppe</translation>
    </message>
    <message>
        <source>Members of one group share the partitions.</source>
        <translation>Mitglieder einer Gruppe teilen sich die Partitionen.</translation>
    </message>
    <message>
        <source>Where reading starts</source>
        <translation>Leseanfang</translation>
    </message>
    <message>
        <source>Used when the group has no position in a partition yet.</source>
        <translation>Gilt, wenn die Gruppe in einer Partition noch keine Position hat.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Written into the header of every message.</source>
        <translation>Steht im Header jeder Nachricht.</translation>
    </message>
    <message>
        <source>Kafka security</source>
        <translation>Kafka-Sicherheit</translation>
    </message>
    <message>
        <source>How the connection to the brokers is secured.</source>
        <translation>Wie die Verbindung zu den Brokern gesichert ist.</translation>
    </message>
    <message>
        <source>Sign-in mechanism</source>
        <translation>Anmeldeverfahren</translation>
    </message>
    <message>
        <source>Used when the security setting signs in.</source>
        <translation>Gilt, wenn die Sicherheitseinstellung eine Anmeldung vorsieht.</translation>
    </message>
    <message>
        <source>Kafka user name</source>
        <translation>Kafka-Benutzername</translation>
    </message>
    <message>
        <source>Signs in to the brokers.</source>
        <translation>Meldet sich bei den Brokern an.</translation>
    </message>
    <message>
        <source>Kafka password</source>
        <translation>Kafka-Passwort</translation>
    </message>
    <message>
        <source>Kafka authorities</source>
        <translation>Kafka-CA-Datei</translation>
    </message>
    <message>
        <source>PEM file of authorities that may sign a broker&apos;s certificate; empty for the system&apos;s own.</source>
        <translation>PEM-Datei mit Stellen, die das Zertifikat eines Brokers signieren dürfen; leer für die des Systems.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>PEM file that proves this client to the brokers; empty for none.</source>
        <translation>PEM-Datei, die diesen Client bei den Brokern ausweist; leer für keine.</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>PEM file of the client certificate&apos;s private key; empty for none.</source>
        <translation>PEM-Datei mit dem privaten Schlüssel des Client-Zertifikats; leer für keine.</translation>
    </message>
    <message>
        <source>Client key&apos;s password</source>
        <translation>Passwort des Client-Schlüssels</translation>
    </message>
    <message>
        <source>Opens the client key, where it is encrypted.</source>
        <translation>Öffnet den Client-Schlüssel, falls er verschlüsselt ist.</translation>
    </message>
    <message>
        <source>Broker host names</source>
        <translation>Hostnamen der Broker</translation>
    </message>
    <message>
        <source>Whether a broker&apos;s certificate must carry its host name.</source>
        <translation>Ob das Zertifikat eines Brokers seinen Hostnamen tragen muss.</translation>
    </message>
    <message>
        <source>Broker addresses</source>
        <translation>Broker-Adressen</translation>
    </message>
    <message>
        <source>Which kind of address is tried.</source>
        <translation>Welche Art von Adresse versucht wird.</translation>
    </message>
    <message>
        <source>Kafka timeout</source>
        <translation>Kafka-Timeout</translation>
    </message>
    <message>
        <source>Longest one operation may take.</source>
        <translation>So lange darf eine Operation höchstens dauern.</translation>
    </message>
    <message>
        <source>Kafka metadata timeout</source>
        <translation>Kafka-Metadaten-Timeout</translation>
    </message>
    <message>
        <source>Longest a question about topics and brokers may take.</source>
        <translation>So lange darf eine Anfrage nach Topics und Brokern höchstens dauern.</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>Größte Nachricht</translation>
    </message>
    <message>
        <source>Messages that unpack to more are set aside unread.</source>
        <translation>Nachrichten, die entpackt größer sind, werden ungelesen beiseitegelegt.</translation>
    </message>
    <message>
        <source>Larger messages are read; more memory is needed.</source>
        <translation>Größere Nachrichten werden gelesen; mehr Arbeitsspeicher wird gebraucht.</translation>
    </message>
    <message>
        <source>More messages are set aside unread.</source>
        <translation>Mehr Nachrichten werden ungelesen beiseitegelegt.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie Desktop</translation>
    </message>
    <message>
        <source>The console follows the desktop&apos;s colour scheme.</source>
        <translation>Die Konsole folgt dem Farbschema der Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>The console is always dark.</source>
        <translation>Die Konsole ist immer dunkel.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>The console is always light.</source>
        <translation>Die Konsole ist immer hell.</translation>
    </message>
    <message>
        <source>The console speaks the desktop&apos;s language where it can.</source>
        <translation>Die Konsole spricht die Sprache der Arbeitsumgebung, wo sie kann.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>The console speaks English.</source>
        <translation>Die Konsole spricht Englisch.</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>The console speaks German.</source>
        <translation>Die Konsole spricht Deutsch.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Colours of the console.</source>
        <translation>Farben der Konsole.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the console and of messages in the terminal.</source>
        <translation>Sprache der Konsole und der Meldungen im Terminal.</translation>
    </message>
    <message>
        <source>Environment name</source>
        <translation>Name der Umgebung</translation>
    </message>
    <message>
        <source>Shown at the head of the navigation, such as production; a name that starts with prod tints its line. Empty for none.</source>
        <translation>Steht oben in der Navigation, etwa production; ein Name, der mit prod beginnt, färbt seine Zeile. Leer für keinen.</translation>
    </message>
    <message>
        <source>A secret is never written to a file.</source>
        <translation>Ein Geheimnis wird nie in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be read: %2</source>
        <translation>Die Einstellungsdatei %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check its permissions.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Prüfen Sie seine Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written: %2</source>
        <translation>Die Einstellungsdatei %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>This is a section and must be written [%1].</source>
        <translation>Dies ist ein Abschnitt und muss als [%1] geschrieben werden.</translation>
    </message>
    <message>
        <source>Secrets do not belong in this file. Remove it, then store it in the keyring under Settings, or set its variable, such as OPENAI_API_KEY.</source>
        <translation>Geheimnisse gehören nicht in diese Datei. Entfernen Sie es und hinterlegen Sie es im Schlüsselbund unter Einstellungen oder setzen Sie seine Variable, etwa OPENAI_API_KEY.</translation>
    </message>
    <message>
        <source>There is no such section.</source>
        <translation>Diesen Abschnitt gibt es nicht.</translation>
    </message>
    <message>
        <source>Secrets do not belong in this file. Remove it, then store it in the keyring under Settings, or set %1.</source>
        <translation>Geheimnisse gehören nicht in diese Datei. Entfernen Sie es und hinterlegen Sie es im Schlüsselbund unter Einstellungen oder setzen Sie %1.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>ein Datum oder eine Uhrzeit</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>This stands in the file twice. Remove one of them.</source>
        <translation>Dies steht zweimal in der Datei. Entfernen Sie eines davon.</translation>
    </message>
    <message>
        <source>This is not valid TOML; a text needs quotes around it.</source>
        <translation>Dies ist kein gültiges TOML; ein Text braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>This is not valid TOML (%1).</source>
        <translation>Dies ist kein gültiges TOML (%1).</translation>
    </message>
    <message>
        <source>The file is larger than %1 KiB; this is no settings file.</source>
        <translation>Die Datei ist größer als %1 KiB; das ist keine Einstellungsdatei.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text.</source>
        <translation>Die Datei ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>A name is nested too deep; this is no settings file.</source>
        <translation>Ein Name ist zu tief verschachtelt; das ist keine Einstellungsdatei.</translation>
    </message>
    <message>
        <source>it is a folder.</source>
        <translation>sie ist ein Ordner.</translation>
    </message>
    <message>
        <source>%1 is a database of another program. Give Assay another data directory.</source>
        <translation>%1 ist die Datenbank eines anderen Programms. Geben Sie Assay ein anderes Datenverzeichnis.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Assay (schema %2; this one knows %3). Use that one, or give this one another data directory.</source>
        <translation>%1 wurde von einem neueren Assay geschrieben (Schema %2; dieses kennt %3). Verwenden Sie jenes oder geben Sie diesem ein anderes Datenverzeichnis.</translation>
    </message>
    <message>
        <source>The database reports: %1.</source>
        <translation>Die Datenbank meldet: %1.</translation>
    </message>
    <message>
        <source>The database was not written: the disk is full. Free some space; what was not stored is still in the log and follows by itself.</source>
        <translation>Die Datenbank wurde nicht geschrieben: Der Datenträger ist voll. Schaffen Sie Platz; was nicht gespeichert wurde, steht noch im Log und folgt von selbst.</translation>
    </message>
    <message>
        <source>The database cannot be written (%1). Check the permissions of the data directory.</source>
        <translation>Die Datenbank kann nicht geschrieben werden (%1). Prüfen Sie die Zugriffsrechte des Datenverzeichnisses.</translation>
    </message>
    <message>
        <source>The database is damaged (%1). Restart Assay: it keeps the file aside and builds a new one from the log.</source>
        <translation>Die Datenbank ist beschädigt (%1). Starten Sie Assay neu: Es hebt die Datei auf und baut aus dem Log eine neue.</translation>
    </message>
    <message>
        <source>The database is in use by another process (%1).</source>
        <translation>Die Datenbank wird von einem anderen Prozess benutzt (%1).</translation>
    </message>
    <message>
        <source>The damaged database %1 could not be renamed to %2. Move it away by hand.</source>
        <translation>Die beschädigte Datenbank %1 konnte nicht in %2 umbenannt werden. Verschieben Sie sie von Hand.</translation>
    </message>
    <message>
        <source>The data directory %1 could not be made. Check its permissions, or give Assay another one.</source>
        <translation>Das Datenverzeichnis %1 konnte nicht angelegt werden. Prüfen Sie seine Zugriffsrechte oder geben Sie Assay ein anderes.</translation>
    </message>
    <message>
        <source>The database %1 was damaged. It was kept as %2, and a new one is being filled from the log.</source>
        <translation>Die Datenbank %1 war beschädigt. Sie wurde als %2 aufgehoben, und eine neue wird aus dem Log gefüllt.</translation>
    </message>
    <message>
        <source>There is no database at %1 yet.</source>
        <translation>Unter %1 gibt es noch keine Datenbank.</translation>
    </message>
    <message>
        <source>No turn %1 is stored.</source>
        <translation>Es ist kein Turn %1 gespeichert.</translation>
    </message>
    <message>
        <source>The stored turn %1 is damaged.</source>
        <translation>Der gespeicherte Turn %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>No record %1/%2 of %3 is stored.</source>
        <translation>Es ist kein Datensatz %1/%2 von %3 gespeichert.</translation>
    </message>
    <message>
        <source>The message is no DashStream protobuf.</source>
        <translation>Die Nachricht ist kein DashStream-Protobuf.</translation>
    </message>
    <message>
        <source>The quality event is no protobuf message.</source>
        <translation>Das Qualitätsereignis ist keine Protobuf-Nachricht.</translation>
    </message>
    <message>
        <source>A message of %1 bytes was not sent; at most %2 are allowed.</source>
        <translation>Eine Nachricht von %1 Bytes wurde nicht gesendet; höchstens %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>The log directory %1 was not made</source>
        <translation>Das Log-Verzeichnis %1 wurde nicht angelegt</translation>
    </message>
    <message>
        <source>The log&apos;s lock file %1 was not opened</source>
        <translation>Die Sperrdatei %1 des Logs wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Another Assay (process %1) is writing the log in %2. Close it, or give this one another data directory.</source>
        <translation>Ein anderes Assay (Prozess %1) schreibt das Log in %2. Schließen Sie es oder geben Sie diesem ein anderes Datenverzeichnis.</translation>
    </message>
    <message>
        <source>The log&apos;s lock file %1 was not written</source>
        <translation>Die Sperrdatei %1 des Logs wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>The log segment %1 was not opened</source>
        <translation>Das Log-Segment %1 wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>%1 is not a log segment of this version of Assay. Move it away to go on with the segments before it.</source>
        <translation>%1 ist kein Log-Segment dieser Version von Assay. Verschieben Sie es, um mit den Segmenten davor weiterzumachen.</translation>
    </message>
    <message>
        <source>The torn end of the log was not saved to %1</source>
        <translation>Das abgerissene Ende des Logs wurde nicht in %1 gesichert</translation>
    </message>
    <message>
        <source>The torn end of the log %1 was not cut off</source>
        <translation>Das abgerissene Ende des Logs %1 wurde nicht abgeschnitten</translation>
    </message>
    <message>
        <source>The log ended in a record that was never finished (%1 bytes, after a crash). It was cut off and kept in %2.</source>
        <translation>Das Log endete in einem Datensatz, der nie fertig wurde (%1 Bytes, nach einem Absturz). Er wurde abgeschnitten und in %2 aufgehoben.</translation>
    </message>
    <message>
        <source>A new log segment %1 was not made</source>
        <translation>Ein neues Log-Segment %1 wurde nicht angelegt</translation>
    </message>
    <message>
        <source>A new log segment %1 was not written</source>
        <translation>Ein neues Log-Segment %1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>%1 bytes cannot be written to the log at once; at most %2 can, and at least one record.</source>
        <translation>%1 Bytes lassen sich nicht auf einmal in das Log schreiben; höchstens %2 und mindestens ein Datensatz sind möglich.</translation>
    </message>
    <message>
        <source>The log in %1 failed to reach the disk earlier. Restart Assay to go on with what is safely there.</source>
        <translation>Das Log in %1 erreichte vorhin den Datenträger nicht. Starten Sie Assay neu, um mit dem sicher Gespeicherten weiterzumachen.</translation>
    </message>
    <message>
        <source>The log in %1 was not written</source>
        <translation>Das Log in %1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>There is no log in %1.</source>
        <translation>In %1 gibt es kein Log.</translation>
    </message>
    <message>
        <source>The first segment of the log in %1 is damaged.</source>
        <translation>Das erste Segment des Logs in %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>Bytes that are no zstd frame follow the compressed message at byte %1.</source>
        <translation>Auf die komprimierte Nachricht folgen bei Byte %1 Bytes, die kein zstd-Frame sind.</translation>
    </message>
    <message>
        <source>The compressed message asks for a window over 8 MiB; it was not unpacked.</source>
        <translation>Die komprimierte Nachricht verlangt ein Fenster über 8 MiB; sie wurde nicht entpackt.</translation>
    </message>
    <message>
        <source>The compressed message is damaged near byte %1: %2.</source>
        <translation>Die komprimierte Nachricht ist nahe Byte %1 beschädigt: %2.</translation>
    </message>
    <message>
        <source>The record is empty.</source>
        <translation>Der Datensatz ist leer.</translation>
    </message>
    <message>
        <source>The first byte is 0x%1; a DashStream record starts with 0x00 or 0x01.</source>
        <translation>Das erste Byte ist 0x%1; ein DashStream-Datensatz beginnt mit 0x00 oder 0x01.</translation>
    </message>
    <message>
        <source>The message has %1 bytes; at most %2 are read.</source>
        <translation>Die Nachricht hat %1 Bytes; höchstens %2 werden gelesen.</translation>
    </message>
    <message>
        <source>The message unpacks to more than %1 bytes.</source>
        <translation>Die Nachricht ist entpackt größer als %1 Bytes.</translation>
    </message>
    <message>
        <source>%1 bytes unpack to more than %2: refused as a decompression bomb.</source>
        <translation>%1 Bytes sind entpackt mehr als %2: als Dekompressionsbombe abgelehnt.</translation>
    </message>
    <message>
        <source>The compressed message ends too early, at byte %1.</source>
        <translation>Die komprimierte Nachricht endet zu früh, bei Byte %1.</translation>
    </message>
    <message>
        <source>The log in %1 is damaged: the records at offsets %2 to %3 cannot be read and were skipped.</source>
        <translation>Das Log in %1 ist beschädigt: Die Datensätze an den Offsets %2 bis %3 sind nicht lesbar und wurden übersprungen.</translation>
    </message>
    <message>
        <source>The embedded log has partition 0 and offsets from 0 on.</source>
        <translation>Das eingebettete Log hat Partition 0 und Offsets ab 0.</translation>
    </message>
    <message>
        <source>%1: the disk is full. Free some space; nothing was lost.</source>
        <translation>%1: Der Datenträger ist voll. Schaffen Sie Platz; nichts ging verloren.</translation>
    </message>
    <message>
        <source>%1: it cannot be written (%2). Check its permissions.</source>
        <translation>%1: Schreiben ist nicht möglich (%2). Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The message has no header.</source>
        <translation>Die Nachricht hat keinen Header.</translation>
    </message>
    <message>
        <source>The message has schema version %1; this Assay reads version 1.</source>
        <translation>Die Nachricht hat Schemaversion %1; dieses Assay liest Version 1.</translation>
    </message>
    <message>
        <source>The message&apos;s time is before 1970.</source>
        <translation>Der Zeitpunkt der Nachricht liegt vor 1970.</translation>
    </message>
    <message>
        <source>The low-quality alarm has a score outside 0 to 1.</source>
        <translation>Der Alarm für niedrige Qualität hat einen Score außerhalb von 0 bis 1.</translation>
    </message>
    <message>
        <source>The event&apos;s attribute “%1” is not a finite number.</source>
        <translation>Das Attribut „%1“ des Ereignisses ist keine endliche Zahl.</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>The trace&apos;s final state is no turn: %1</source>
        <translation>Der Endzustand des Trace ist kein Turn: %1</translation>
    </message>
    <message>
        <source>The trace&apos;s final state is a turn with other ids than the trace.</source>
        <translation>Der Endzustand des Trace ist ein Turn mit anderen IDs als der Trace.</translation>
    </message>
    <message>
        <source>The message holds none of the payloads that DashStream version 1 knows.</source>
        <translation>Die Nachricht enthält keine der Nutzlasten, die DashStream Version 1 kennt.</translation>
    </message>
    <message>
        <source>The quality event has a score outside 0 to 1.</source>
        <translation>Das Qualitätsereignis hat einen Score außerhalb von 0 bis 1.</translation>
    </message>
    <message>
        <source>The metric “%1” is not a finite number.</source>
        <translation>Die Metrik „%1“ ist keine endliche Zahl.</translation>
    </message>
    <message>
        <source>The score “%1” is outside 0 to 1.</source>
        <translation>Der Score „%1“ liegt außerhalb von 0 bis 1.</translation>
    </message>
    <message>
        <source>“%1” is no label; good, bad and none are.</source>
        <translation>„%1“ ist kein Label; good, bad und none sind welche.</translation>
    </message>
    <message>
        <source> … [%1 characters left out]</source>
        <translation> … [%1 Zeichen ausgelassen]</translation>
    </message>
    <message>
        <source>A turn without turn id or thread id cannot be sent.</source>
        <translation>Ein Turn ohne Turn-ID oder Thread-ID kann nicht gesendet werden.</translation>
    </message>
    <message>
        <source>The message is cut short at byte %1.</source>
        <translation>Die Nachricht ist bei Byte %1 abgeschnitten.</translation>
    </message>
    <message>
        <source>The text at byte %1 is not UTF-8.</source>
        <translation>Der Text bei Byte %1 ist kein UTF-8.</translation>
    </message>
    <message>
        <source>The message is nested deeper than %1 levels at byte %2.</source>
        <translation>Die Nachricht ist bei Byte %2 tiefer als %1 Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>The message has more than %1 parts; it was not read.</source>
        <translation>Die Nachricht hat mehr als %1 Teile; sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The message is no DashStream protobuf at byte %1.</source>
        <translation>Die Nachricht ist bei Byte %1 kein DashStream-Protobuf.</translation>
    </message>
    <message>
        <source>The stored %1 has an unreadable value at “%2”.</source>
        <translation>Gespeicherter Datensatz (%1): unlesbarer Wert bei „%2“.</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Answered but not recorded: %1</source>
        <translation>Beantwortet, aber nicht aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>  attempt %1  no answer: %2</source>
        <translation>  Versuch %1  keine Antwort: %2</translation>
    </message>
    <message>
        <source>  attempt %1  %2  %3   accuracy %4  relevance %5  completeness %6   %7  %8  %9</source>
        <translation>  Versuch %1  %2  %3   Korrektheit %4  Relevanz %5  Vollständigkeit %6   %7  %8  %9</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>unter der Schwelle</translation>
    </message>
    <message>
        <source>             changed: %1</source>
        <translation>             geändert: %1</translation>
    </message>
    <message>
        <source>             issues: %1</source>
        <translation>             Mängel: %1</translation>
    </message>
    <message>
        <source>
Score breakdown (threshold %1, %2)</source>
        <translation>
Aufschlüsselung (Schwelle %1, %2)</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>
Route    %1</source>
        <translation>
Weg      %1</translation>
    </message>
    <message>
        <source>Offline  answered by the embedded model; nothing left this machine.</source>
        <translation>Offline  vom eingebetteten Modell beantwortet; nichts hat diesen Rechner verlassen.</translation>
    </message>
    <message>
        <source>Cost     %1   latency %2   thread %3   turn %4   policy revision %5</source>
        <translation>Kosten   %1   Latenz %2   Thread %3   Turn %4   Richtlinienrevision %5</translation>
    </message>
    <message>
        <source>The turn is in the log, but the store has not taken it in yet; the next start will.</source>
        <translation>Der Turn steht im Log, ist aber noch nicht im Speicher; der nächste Start holt das nach.</translation>
    </message>
    <message>
        <source>%1 refused the key (status %2). Check it under Settings, Model connections.</source>
        <translation>%1 hat den Schlüssel abgelehnt (Status %2). Prüfen Sie ihn unter Einstellungen, Modellverbindungen.</translation>
    </message>
    <message>
        <source>%1 needs an API key. Set the environment variable %2 or enter the key under Settings, Model connections; or choose an embedded model (offline-fast, offline-premium, for the judge offline), which needs none.</source>
        <translation>%1 braucht einen API-Schlüssel. Setzen Sie die Umgebungsvariable %2 oder tragen Sie ihn unter Einstellungen, Modellverbindungen ein; oder wählen Sie ein eingebettetes Modell (offline-fast, offline-premium, für den Judge offline), das keinen braucht.</translation>
    </message>
    <message>
        <source>a number from 0 to 1, such as 0.95 or 95%</source>
        <translation>eine Zahl von 0 bis 1, etwa 0.95 oder 95%</translation>
    </message>
    <message>
        <source>a whole number, such as 3 or 10k</source>
        <translation>eine ganze Zahl, etwa 3 oder 10k</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes oder no</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a text; in quotes when it holds blanks</source>
        <translation>ein Text; in Anführungszeichen, wenn er Leerzeichen enthält</translation>
    </message>
    <message>
        <source>a time, such as 2026-11-21T14:06, -15m or today</source>
        <translation>eine Zeit, etwa 2026-11-21T14:06, -15m oder today</translation>
    </message>
    <message>
        <source>a duration, such as 250ms, 2s or 5min</source>
        <translation>eine Dauer, etwa 250ms, 2s oder 5min</translation>
    </message>
    <message>
        <source>a size, such as 512, 10kB or 1MB</source>
        <translation>eine Größe, etwa 512, 10kB oder 1MB</translation>
    </message>
    <message>
        <source>an amount, such as $0.01</source>
        <translation>ein Betrag, etwa $0.01</translation>
    </message>
    <message>
        <source>How well the answer meets the question.</source>
        <translation>Wie gut die Antwort die Frage trifft.</translation>
    </message>
    <message>
        <source>How much of the question the answer covers.</source>
        <translation>Wie viel der Frage die Antwort abdeckt.</translation>
    </message>
    <message>
        <source>How many issues were named.</source>
        <translation>Wie viele Mängel genannt wurden.</translation>
    </message>
    <message>
        <source>The event type, of messages of type event.</source>
        <translation>Der Ereignistyp, bei Nachrichten vom Typ event.</translation>
    </message>
    <message>
        <source>What a message of type metrics measures.</source>
        <translation>Was eine Nachricht vom Typ metrics misst.</translation>
    </message>
    <message>
        <source>Which vocabulary a quality reading uses.</source>
        <translation>Welches Vokabular eine Qualitätsmessung benutzt.</translation>
    </message>
    <message>
        <source>Why a record could not be read.</source>
        <translation>Warum ein Eintrag nicht gelesen werden konnte.</translation>
    </message>
    <message>
        <source>Number of the attempt a reading speaks of, from 1.</source>
        <translation>Nummer des Versuchs, von dem eine Messung spricht, ab 1.</translation>
    </message>
    <message>
        <source>Attempts after the first.</source>
        <translation>Versuche nach dem ersten.</translation>
    </message>
    <message>
        <source>Tenant the message belongs to.</source>
        <translation>Mandant, zu dem die Nachricht gehört.</translation>
    </message>
    <message>
        <source>Model that answered, or that was called.</source>
        <translation>Modell, das antwortete oder gerufen wurde.</translation>
    </message>
    <message>
        <source>How the answer was sought.</source>
        <translation>Wie die Antwort gesucht wurde.</translation>
    </message>
    <message>
        <source>Node of the graph an event speaks of.</source>
        <translation>Knoten des Graphen, von dem ein Ereignis spricht.</translation>
    </message>
    <message>
        <source>Tool that was called.</source>
        <translation>Werkzeug, das gerufen wurde.</translation>
    </message>
    <message>
        <source>Category the producer gave the question.</source>
        <translation>Kategorie, die der Erzeuger der Frage gab.</translation>
    </message>
    <message>
        <source>Application the producer says it is.</source>
        <translation>Anwendung, als die sich der Erzeuger ausgibt.</translation>
    </message>
    <message>
        <source>Topic of the log.</source>
        <translation>Topic des Logs.</translation>
    </message>
    <message>
        <source>Partition of the topic, from 0.</source>
        <translation>Partition des Topics, ab 0.</translation>
    </message>
    <message>
        <source>Offset within the partition, from 0.</source>
        <translation>Offset in der Partition, ab 0.</translation>
    </message>
    <message>
        <source>The sender&apos;s count of its messages; absent when it does not count. A hint: senders repeat themselves.</source>
        <translation>Die Zählung des Senders; fehlt, wenn er nicht zählt. Ein Hinweis: Sender wiederholen sich.</translation>
    </message>
    <message>
        <source>When the message was sent, or the question asked.</source>
        <translation>Wann die Nachricht gesendet oder die Frage gestellt wurde.</translation>
    </message>
    <message>
        <source>How long the answer, or the model&apos;s call, took.</source>
        <translation>Wie lange die Antwort oder der Modellaufruf dauerte.</translation>
    </message>
    <message>
        <source>Bytes of the message, unpacked.</source>
        <translation>Bytes der Nachricht, ausgepackt.</translation>
    </message>
    <message>
        <source>Did the message come packed? Alone it means yes.</source>
        <translation>Kam die Nachricht gepackt? Allein heißt es ja.</translation>
    </message>
    <message>
        <source>Tokens of prompt and answer together.</source>
        <translation>Token von Prompt und Antwort zusammen.</translation>
    </message>
    <message>
        <source>%1 (no name for it)</source>
        <translation>%1 (kein Name dafür)</translation>
    </message>
    <message>
        <source>%1… (%2 characters)</source>
        <translation>%1… (%2 Zeichen)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1 … (%2 bytes)</source>
        <translation>%1 … (%2 Bytes)</translation>
    </message>
    <message>
        <source>skippable, %1 bytes</source>
        <translation>überspringbar, %1 Bytes</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>damaged, %1 bytes</source>
        <translation>beschädigt, %1 Bytes</translation>
    </message>
    <message>
        <source>%1: not compressed</source>
        <translation>%1: nicht komprimiert</translation>
    </message>
    <message>
        <source>%1: zstd</source>
        <translation>%1: zstd</translation>
    </message>
    <message>
        <source>%1: not of DashStream</source>
        <translation>%1: nicht von DashStream</translation>
    </message>
    <message>
        <source>Frame byte</source>
        <translation>Rahmenbyte</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>Kompression</translation>
    </message>
    <message numerus="yes">
        <source>%n more fields</source>
        <translation>
            <numerusform>%n weiteres Feld</numerusform>
            <numerusform>%n weitere Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>The log in %1 no longer holds the records at offsets %2 to %3; reading goes on behind them.</source>
        <translation>Das Protokoll in %1 enthält die Einträge an den Offsets %2 bis %3 nicht mehr; gelesen wird dahinter weiter.</translation>
    </message>
    <message>
        <source>The file is no Assay capture, or its first bytes are damaged.</source>
        <translation>Die Datei ist kein Assay-Mitschnitt, oder ihre ersten Bytes sind beschädigt.</translation>
    </message>
    <message>
        <source>The capture was written by a newer Assay (format %1; this one reads %2).</source>
        <translation>Der Mitschnitt stammt von einem neueren Assay (Format %1; dieses liest %2).</translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n Datensatz</numerusform>
            <numerusform>%n Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>The capture is damaged: %1 bytes between its blocks cannot be read. It has %2.</source>
        <translation>Der Mitschnitt ist beschädigt: %1 Bytes zwischen seinen Blöcken sind nicht lesbar. Er enthält %2.</translation>
    </message>
    <message>
        <source>The capture was cut short: it has %1, and %2 bytes behind them are no whole block.</source>
        <translation>Der Mitschnitt bricht ab: Er enthält %1, und %2 Bytes dahinter sind kein vollständiger Block.</translation>
    </message>
    <message>
        <source>The capture was never finished; it has %1.</source>
        <translation>Der Mitschnitt wurde nie abgeschlossen; er enthält %1.</translation>
    </message>
    <message>
        <source>The capture %1 was not opened</source>
        <translation>Der Mitschnitt %1 wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>Records %1 to %2 of the capture are damaged.</source>
        <translation>Die Datensätze %1 bis %2 des Mitschnitts sind beschädigt.</translation>
    </message>
    <message>
        <source>Record %1 of the capture is damaged.</source>
        <translation>Datensatz %1 des Mitschnitts ist beschädigt.</translation>
    </message>
    <message>
        <source>The capture has no record %1.</source>
        <translation>Der Mitschnitt hat keinen Datensatz %1.</translation>
    </message>
    <message>
        <source>The capture %1 was not written</source>
        <translation>Der Mitschnitt %1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>There is a file %1 already; it was left as it is.</source>
        <translation>Eine Datei %1 gibt es schon; sie blieb unverändert.</translation>
    </message>
    <message>
        <source>A record of %1 bytes (offset %2) is too large for a capture.</source>
        <translation>Ein Datensatz von %1 Bytes (Offset %2) ist zu groß für einen Mitschnitt.</translation>
    </message>
    <message>
        <source>The capture is finished; nothing can be added to it.</source>
        <translation>Der Mitschnitt ist abgeschlossen; es lässt sich nichts mehr hinzufügen.</translation>
    </message>
    <message>
        <source>a list of values</source>
        <translation>eine Liste von Werten</translation>
    </message>
    <message>
        <source>the opposite; a row without the value stays out</source>
        <translation>das Gegenteil; eine Zeile ohne den Wert bleibt draußen</translation>
    </message>
    <message>
        <source>the row has a value in this column</source>
        <translation>die Zeile hat einen Wert in dieser Spalte</translation>
    </message>
    <message>
        <source>both conditions hold</source>
        <translation>beide Bedingungen gelten</translation>
    </message>
    <message>
        <source>one of the conditions holds</source>
        <translation>eine der Bedingungen gilt</translation>
    </message>
    <message>
        <source>is exactly</source>
        <translation>ist genau</translation>
    </message>
    <message>
        <source>is anything else</source>
        <translation>ist etwas anderes</translation>
    </message>
    <message>
        <source>is below</source>
        <translation>liegt unter</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is above</source>
        <translation>liegt über</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>a regular expression is found in it, whatever the case</source>
        <translation>ein regulärer Ausdruck kommt darin vor, gleich ob groß oder klein</translation>
    </message>
    <message>
        <source>a text is found in it, whatever the case</source>
        <translation>ein Text kommt darin vor, gleich ob groß oder klein</translation>
    </message>
    <message>
        <source>is one of a list</source>
        <translation>ist eines aus einer Liste</translation>
    </message>
    <message>
        <source>A single “%1” means nothing here. Write and or or; a text that holds it needs quotation marks.</source>
        <translation>Ein einzelnes „%1“ bedeutet hier nichts. Schreiben Sie and oder or; ein Text, der es enthält, braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>The character U+%1 cannot stand in a filter.</source>
        <translation>Das Zeichen U+%1 kann nicht in einem Filter stehen.</translation>
    </message>
    <message>
        <source>This quotation mark is not closed.</source>
        <translation>Dieses Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>“%1” is %2; “%3” is not.</source>
        <translation>„%1“ ist %2; „%3“ ist das nicht.</translation>
    </message>
    <message>
        <source>“%1” lies between 0 and 1.</source>
        <translation>„%1“ liegt zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>Which unit is “%1”? A duration needs one: ms, s, min, h or d.</source>
        <translation>Welche Einheit hat „%1“? Eine Dauer braucht eine: ms, s, min, h oder d.</translation>
    </message>
    <message>
        <source>“%1” is finer than a millionth of a dollar.</source>
        <translation>„%1“ ist feiner als ein Millionstel Dollar.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>“%1” is larger than anything that could be stored.</source>
        <translation>„%1“ ist größer als alles, was gespeichert sein könnte.</translation>
    </message>
    <message>
        <source>An empty text is never found. To find rows without a value write: not exists %1.</source>
        <translation>Ein leerer Text wird nie gefunden. Zeilen ohne Wert finden Sie mit: not exists %1.</translation>
    </message>
    <message>
        <source>“%1” has no value “%2”; it has %3.</source>
        <translation>„%1“ hat keinen Wert „%2“; es hat %3.</translation>
    </message>
    <message>
        <source>This parenthesis was never opened.</source>
        <translation>Diese Klammer wurde nie geöffnet.</translation>
    </message>
    <message>
        <source>“%1” has no column before it.</source>
        <translation>Vor „%1“ fehlt eine Spalte.</translation>
    </message>
    <message>
        <source>Write and or or between two conditions; a text of several words needs quotation marks.</source>
        <translation>Zwischen zwei Bedingungen steht and oder or; ein Text aus mehreren Wörtern braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>A filter is at most %1 levels of parentheses and not deep.</source>
        <translation>Ein Filter ist höchstens %1 Ebenen von Klammern und not tief.</translation>
    </message>
    <message>
        <source>A condition is missing before “%1”.</source>
        <translation>Vor „%1“ fehlt eine Bedingung.</translation>
    </message>
    <message>
        <source>Here a condition is missing.</source>
        <translation>Hier fehlt eine Bedingung.</translation>
    </message>
    <message>
        <source>The filter ends where a condition is expected.</source>
        <translation>Der Filter endet, wo eine Bedingung erwartet wird.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>After “%1” an operator is missing: %2. To search for the word itself put it in quotation marks.</source>
        <translation>Nach „%1“ fehlt ein Operator: %2. Um nach dem Wort selbst zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>There is nothing between these quotation marks.</source>
        <translation>Zwischen diesen Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>After “in” comes a list in parentheses, such as: %1 in (a, b).</source>
        <translation>Nach „in“ folgt eine Liste in Klammern, etwa: %1 in (a, b).</translation>
    </message>
    <message>
        <source>Between the values of a list stands a comma.</source>
        <translation>Zwischen den Werten einer Liste steht ein Komma.</translation>
    </message>
    <message>
        <source>Here a value is missing: “%1” is %2.</source>
        <translation>Hier fehlt ein Wert: „%1“ ist %2.</translation>
    </message>
    <message>
        <source>A filter holds at most %1 regular expressions.</source>
        <translation>Ein Filter enthält höchstens %1 reguläre Ausdrücke.</translation>
    </message>
    <message>
        <source>No producer is known to send “%1”.</source>
        <translation>Von keinem Erzeuger ist bekannt, dass er „%1“ sendet.</translation>
    </message>
    <message>
        <source>A filter has at most %1 conditions and values.</source>
        <translation>Ein Filter hat höchstens %1 Bedingungen und Werte.</translation>
    </message>
    <message>
        <source>A filter has at most %1 characters; this one has %2.</source>
        <translation>Ein Filter hat höchstens %1 Zeichen; dieser hat %2.</translation>
    </message>
    <message>
        <source>“%1” is %2; it does not take “%3” but: %4.</source>
        <translation>„%1“ ist %2; es nimmt nicht „%3“, sondern: %4.</translation>
    </message>
    <message>
        <source>Here the name of a column is missing.</source>
        <translation>Hier fehlt der Name einer Spalte.</translation>
    </message>
    <message>
        <source>There is no column “%1”.</source>
        <translation>Es gibt keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>“%1” is a column of events; turns have none.</source>
        <translation>„%1“ ist eine Spalte der Ereignisse; Turns haben sie nicht.</translation>
    </message>
    <message>
        <source>“%1” is a column of turns; events have none.</source>
        <translation>„%1“ ist eine Spalte der Turns; Ereignisse haben sie nicht.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>a [ is not closed</source>
        <translation>ein [ ist nicht geschlossen</translation>
    </message>
    <message>
        <source>its parentheses do not match</source>
        <translation>seine Klammern passen nicht zusammen</translation>
    </message>
    <message>
        <source>a *, + or ? has nothing to repeat</source>
        <translation>ein *, + oder ? hat nichts zu wiederholen</translation>
    </message>
    <message>
        <source>it repeats more than 1,000 times</source>
        <translation>er wiederholt mehr als 1.000-mal</translation>
    </message>
    <message>
        <source>it ends in a single \</source>
        <translation>er endet mit einem einzelnen \</translation>
    </message>
    <message>
        <source>it is too large once it is spelled out</source>
        <translation>ausgeschrieben ist er zu groß</translation>
    </message>
    <message>
        <source>it does not know “%1”</source>
        <translation>„%1“ kennt er nicht</translation>
    </message>
    <message>
        <source>A regular expression has at most %1 characters; this one has %2.</source>
        <translation>Ein regulärer Ausdruck hat höchstens %1 Zeichen; dieser hat %2.</translation>
    </message>
    <message>
        <source>This regular expression cannot be used: %1.</source>
        <translation>Dieser reguläre Ausdruck ist nicht zu gebrauchen: %1.</translation>
    </message>
    <message>
        <source>The Kafka client refused a setting: %1.</source>
        <translation>Der Kafka-Client hat eine Einstellung abgelehnt: %1.</translation>
    </message>
    <message>
        <source>The Kafka connection cannot be set up: %1. Check the certificates, the key and its password.</source>
        <translation>Die Kafka-Verbindung lässt sich nicht einrichten: %1. Prüfen Sie die Zertifikate, den Schlüssel und sein Kennwort.</translation>
    </message>
    <message>
        <source>The partitions of topic %1 are not known</source>
        <translation>Die Partitionen des Topics %1 sind nicht bekannt</translation>
    </message>
    <message>
        <source>The cluster has no topic %1. Create it, or name another one in kafka.topic.</source>
        <translation>Der Cluster hat kein Topic %1. Legen Sie es an oder nennen Sie ein anderes in kafka.topic.</translation>
    </message>
    <message>
        <source>This user may not read topic %1. Ask for access to it.</source>
        <translation>Dieser Benutzer darf das Topic %1 nicht lesen. Bitten Sie um Zugriff.</translation>
    </message>
    <message>
        <source>The extent of partition %1 of topic %2 is not known</source>
        <translation>Der Umfang der Partition %1 des Topics %2 ist nicht bekannt</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>SASL without encryption</source>
        <translation>SASL ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>%1: there is no file %2.</source>
        <translation>%1: Es gibt keine Datei %2.</translation>
    </message>
    <message>
        <source>%1: the file %2 cannot be read. Check its permissions.</source>
        <translation>%1: Die Datei %2 ist nicht lesbar. Prüfen Sie ihre Rechte.</translation>
    </message>
    <message>
        <source>Certificates are set, but the security setting does not use TLS: choose ssl or sasl_ssl, or remove them.</source>
        <translation>Zertifikate sind gesetzt, aber die Sicherheitseinstellung nutzt kein TLS: Wählen Sie ssl oder sasl_ssl, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>A client certificate is set without its key: set kafka.ssl_key_location too.</source>
        <translation>Ein Client-Zertifikat ist ohne seinen Schlüssel gesetzt: Setzen Sie auch kafka.ssl_key_location.</translation>
    </message>
    <message>
        <source>A client key is set without its certificate: set kafka.ssl_certificate_location too.</source>
        <translation>Ein Client-Schlüssel ist ohne sein Zertifikat gesetzt: Setzen Sie auch kafka.ssl_certificate_location.</translation>
    </message>
    <message>
        <source>A client key&apos;s password is set without a key: set kafka.ssl_key_location too.</source>
        <translation>Das Kennwort eines Client-Schlüssels ist ohne Schlüssel gesetzt: Setzen Sie auch kafka.ssl_key_location.</translation>
    </message>
    <message>
        <source>A Kafka user is named, but the security setting signs nobody in: choose sasl_ssl or sasl_plaintext, or remove the name.</source>
        <translation>Ein Kafka-Benutzer ist genannt, aber die Sicherheitseinstellung meldet niemanden an: Wählen Sie sasl_ssl oder sasl_plaintext, oder entfernen Sie den Namen.</translation>
    </message>
    <message>
        <source>The security setting signs in, but no user is named: set kafka.sasl_username.</source>
        <translation>Die Sicherheitseinstellung meldet an, aber kein Benutzer ist genannt: Setzen Sie kafka.sasl_username.</translation>
    </message>
    <message>
        <source>The security setting signs in, but there is no password: set KAFKA_SASL_PASSWORD, or keep it in the keyring.</source>
        <translation>Die Sicherheitseinstellung meldet an, aber es gibt kein Kennwort: Setzen Sie KAFKA_SASL_PASSWORD oder legen Sie es im Schlüsselbund ab.</translation>
    </message>
    <message>
        <source>No broker is set: set telemetry.kafka_brokers, for instance localhost:9092.</source>
        <translation>Kein Broker ist gesetzt: Setzen Sie telemetry.kafka_brokers, zum Beispiel localhost:9092.</translation>
    </message>
    <message>
        <source>%1 is no broker address: write host:port, for instance localhost:9092.</source>
        <translation>%1 ist keine Broker-Adresse: Schreiben Sie host:port, zum Beispiel localhost:9092.</translation>
    </message>
    <message>
        <source>“%1” is no topic name: 1 to 249 letters, digits, dots, dashes and underscores.</source>
        <translation>„%1“ ist kein Topic-Name: 1 bis 249 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>No consumer group is named: set kafka.group_id.</source>
        <translation>Keine Verbrauchergruppe ist genannt: Setzen Sie kafka.group_id.</translation>
    </message>
    <message>
        <source>%1, topic %2, group %3, %4</source>
        <translation>%1, Topic %2, Gruppe %3, %4</translation>
    </message>
    <message>
        <source>Partitions and offsets of Kafka begin at 0.</source>
        <translation>Partitionen und Offsets von Kafka beginnen bei 0.</translation>
    </message>
    <message>
        <source>Partition %1 is read by another member of the group.</source>
        <translation>Partition %1 wird von einem anderen Mitglied der Gruppe gelesen.</translation>
    </message>
    <message>
        <source>The consumer group %1 was not joined</source>
        <translation>Der Verbrauchergruppe %1 wurde nicht beigetreten</translation>
    </message>
    <message>
        <source>Reading topic %1 did not begin</source>
        <translation>Das Lesen des Topics %1 begann nicht</translation>
    </message>
    <message>
        <source>Reading topic %1 met an error</source>
        <translation>Beim Lesen des Topics %1 trat ein Fehler auf</translation>
    </message>
    <message>
        <source>The group %1 has no position in partition %2 of topic %3, and kafka.auto_offset_reset says to stop: set it to earliest or latest.</source>
        <translation>Die Gruppe %1 hat keine Position in Partition %2 des Topics %3, und kafka.auto_offset_reset sagt anhalten: Setzen Sie es auf earliest oder latest.</translation>
    </message>
    <message>
        <source>Partition %1 of topic %2 no longer holds the records at offsets %3 to %4; reading goes on behind them.</source>
        <translation>Partition %1 des Topics %2 enthält die Datensätze an den Offsets %3 bis %4 nicht mehr; gelesen wird dahinter weiter.</translation>
    </message>
    <message>
        <source>Partition %1 of topic %2 ends at offset %3, before %4 where reading was to go on: the topic was made anew, or lost its newest records.</source>
        <translation>Partition %1 des Topics %2 endet bei Offset %3, vor %4, wo weitergelesen werden sollte: Das Topic wurde neu angelegt oder hat seine neuesten Datensätze verloren.</translation>
    </message>
    <message>
        <source>Topic %1 has no partition %2; it has %3.</source>
        <translation>Topic %1 hat keine Partition %2; es hat %3.</translation>
    </message>
    <message>
        <source>The offset of a moment in partition %1 of topic %2 is not known</source>
        <translation>Der Offset eines Zeitpunkts in Partition %1 des Topics %2 ist nicht bekannt</translation>
    </message>
    <message>
        <source>The group&apos;s position was not committed</source>
        <translation>Die Position der Gruppe wurde nicht übertragen</translation>
    </message>
    <message>
        <source>Kafka at %1</source>
        <translation>Kafka bei %1</translation>
    </message>
    <message>
        <source>The share in group %1 was lost</source>
        <translation>Der Anteil in Gruppe %1 ging verloren</translation>
    </message>
    <message>
        <source>Writing to topic %1 failed</source>
        <translation>Das Schreiben in Topic %1 ist gescheitert</translation>
    </message>
    <message>
        <source>A message without a thread id cannot be written: its thread is its key.</source>
        <translation>Eine Nachricht ohne Gesprächskennung kann nicht geschrieben werden: Ihr Gespräch ist ihr Schlüssel.</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>Es gibt nichts zu schreiben.</translation>
    </message>
    <message>
        <source>The record has no value: it says that its key was deleted.</source>
        <translation>Der Datensatz hat keinen Wert: Er sagt, dass sein Schlüssel gelöscht wurde.</translation>
    </message>
    <message>
        <source>The content is no DashStream message: %1.</source>
        <translation>Der Inhalt ist keine DashStream-Nachricht: %1.</translation>
    </message>
    <message>
        <source>What kind of message it is; undecodable and tombstone are the records that are none.</source>
        <translation>Welche Art Nachricht es ist; undecodable und tombstone sind die Einträge, die keine sind.</translation>
    </message>
    <message>
        <source>  attempt %1  no answer</source>
        <translation>  Versuch %1  keine Antwort</translation>
    </message>
    <message>
        <source>There is no thread %1.</source>
        <translation>Es gibt keinen Thread %1.</translation>
    </message>
    <message>
        <source>--new-thread begins one under this id.</source>
        <translation>--new-thread beginnt einen unter dieser Kennung.</translation>
    </message>
    <message>
        <source>There is no display to open the console on.</source>
        <translation>Es gibt keine Anzeige, auf der sich die Konsole öffnen könnte.</translation>
    </message>
    <message>
        <source>The display %1 does not answer, so the console cannot open.</source>
        <translation>Die Anzeige %1 antwortet nicht, daher kann sich die Konsole nicht öffnen.</translation>
    </message>
    <message>
        <source>The Wayland display %1 does not answer, so the console cannot open.</source>
        <translation>Die Wayland-Anzeige %1 antwortet nicht, daher kann sich die Konsole nicht öffnen.</translation>
    </message>
    <message>
        <source>`assay ask &quot;…&quot;` works without one.</source>
        <translation>`assay ask &quot;…&quot;` kommt ohne sie aus.</translation>
    </message>
    <message>
        <source>There is no embedded model “%1”.</source>
        <translation>Es gibt kein eingebautes Modell „%1“.</translation>
    </message>
    <message>
        <source>There is no provider “%1”; as it stands %2 would be asked.</source>
        <translation>Es gibt keinen Anbieter „%1“; so, wie es dasteht, würde %2 gefragt.</translation>
    </message>
    <message>
        <source>“%1” is no model known of %2, which would be asked for it. Another provider stands before the name, as in ollama/%1.</source>
        <translation>„%1“ ist kein bekanntes Modell von %2, das danach gefragt würde. Ein anderer Anbieter steht vor dem Namen, wie in ollama/%1.</translation>
    </message>
    <message>
        <source>“%1” is no model known of %2.</source>
        <translation>„%1“ ist kein bekanntes Modell von %2.</translation>
    </message>
    <message>
        <source>Not tested: %1 has not been asked for it yet.</source>
        <translation>Nicht geprüft: %1 wurde noch nicht danach gefragt.</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>keines gewählt</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Cost-optimized</source>
        <translation>Kostenoptimiert</translation>
    </message>
    <message>
        <source>Quality-optimized</source>
        <translation>Qualitätsoptimiert</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait here and are sent to Kafka when it answers. %1</source>
        <translation>
            <numerusform>%n Nachricht wartet hier und wird an Kafka gesendet, sobald es antwortet. %1</numerusform>
            <numerusform>%n Nachrichten warten hier und werden an Kafka gesendet, sobald es antwortet. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages are too large for topic %1 and were not sent; they are in the history all the same.</source>
        <translation>
            <numerusform>%n Nachricht ist zu groß für Topic %1 und wurde nicht gesendet; im Verlauf steht sie trotzdem.</numerusform>
            <numerusform>%n Nachrichten sind zu groß für Topic %1 und wurden nicht gesendet; im Verlauf stehen sie trotzdem.</numerusform>
        </translation>
    </message>
    <message>
        <source>How far turns were sent to Kafka was not saved to %1: %2. Nothing is sent until it can be.</source>
        <translation>Wie weit Turns an Kafka gesendet wurden, ließ sich nicht in %1 sichern: %2. Bis das geht, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Another Assay sends the turns in %1 to Kafka.</source>
        <translation>Ein anderes Assay sendet die Turns in %1 an Kafka.</translation>
    </message>
    <message>
        <source>Turns wait here and are sent to Kafka later. %1</source>
        <translation>Turns warten hier und werden später an Kafka gesendet. %1</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate is not valid yet. Check this machine&apos;s clock.</source>
        <translation>Das Zertifikat des Brokers gilt noch nicht. Prüfen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate has expired.</source>
        <translation>Das Zertifikat des Brokers ist abgelaufen.</translation>
    </message>
    <message>
        <source>The broker signed its certificate itself. Name it as authority in kafka.ssl_ca_location, if you trust it.</source>
        <translation>Der Broker hat sein Zertifikat selbst unterschrieben. Nennen Sie es in kafka.ssl_ca_location als Stelle, wenn Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate was signed by an authority that is not trusted here. Name the right one in kafka.ssl_ca_location.</source>
        <translation>Das Zertifikat des Brokers stammt von einer Stelle, der hier nicht vertraut wird. Nennen Sie die richtige in kafka.ssl_ca_location.</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate was revoked.</source>
        <translation>Das Zertifikat des Brokers wurde widerrufen.</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate is not meant for servers.</source>
        <translation>Das Zertifikat des Brokers ist nicht für Server gedacht.</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate carries another host name. Use the name it carries in telemetry.kafka_brokers.</source>
        <translation>Das Zertifikat des Brokers trägt einen anderen Rechnernamen. Verwenden Sie dessen Namen in telemetry.kafka_brokers.</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate was refused (OpenSSL error %1).</source>
        <translation>Das Zertifikat des Brokers wurde abgelehnt (OpenSSL-Fehler %1).</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>The broker took the connection but did not answer in time. Check whether kafka.security_protocol fits this port.</source>
        <translation>Der Broker nahm die Verbindung an, antwortete aber nicht rechtzeitig. Prüfen Sie, ob kafka.security_protocol zu diesem Port passt.</translation>
    </message>
    <message>
        <source>The broker refused to sign in %1: wrong user name, password or mechanism (%2).</source>
        <translation>Der Broker hat die Anmeldung von %1 abgelehnt: falscher Benutzername, falsches Kennwort oder Verfahren (%2).</translation>
    </message>
    <message>
        <source>The broker wants a client certificate: set kafka.ssl_certificate_location and kafka.ssl_key_location.</source>
        <translation>Der Broker verlangt ein Client-Zertifikat: Setzen Sie kafka.ssl_certificate_location und kafka.ssl_key_location.</translation>
    </message>
    <message>
        <source>The broker refused the client certificate (%1). Use one that an authority of the broker has signed.</source>
        <translation>Der Broker hat das Client-Zertifikat abgelehnt (%1). Verwenden Sie eines, das eine Stelle des Brokers unterschrieben hat.</translation>
    </message>
    <message>
        <source>The encrypted connection failed: %1. Check whether this port uses TLS.</source>
        <translation>Die verschlüsselte Verbindung ist gescheitert: %1. Prüfen Sie, ob dieser Port TLS spricht.</translation>
    </message>
    <message>
        <source>The broker hung up: %1. Check whether kafka.security_protocol fits this port.</source>
        <translation>Der Broker hat aufgelegt: %1. Prüfen Sie, ob kafka.security_protocol zu diesem Port passt.</translation>
    </message>
    <message numerus="yes">
        <source>Topic %1 has %n partitions.</source>
        <translation>
            <numerusform>Topic %1 hat %n Partition.</numerusform>
            <numerusform>Topic %1 hat %n Partitionen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This user may not use the consumer group %1. Ask for access to it, or name another in kafka.group_id.</source>
        <translation>Dieser Benutzer darf die Verbrauchergruppe %1 nicht benutzen. Bitten Sie um Zugriff oder nennen Sie eine andere in kafka.group_id.</translation>
    </message>
    <message>
        <source>The consumer group %1 does not answer</source>
        <translation>Die Verbrauchergruppe %1 antwortet nicht</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Rechnername</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>No name server has told the address of %1 in time.</source>
        <translation>Kein Nameserver hat die Adresse von %1 rechtzeitig genannt.</translation>
    </message>
    <message>
        <source>There is no host %1 (%2). Check its spelling in telemetry.kafka_brokers.</source>
        <translation>Es gibt keinen Rechner %1 (%2). Prüfen Sie die Schreibweise in telemetry.kafka_brokers.</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check the port, and whether the broker runs.</source>
        <translation>An %1 hört niemand zu. Prüfen Sie den Port und ob der Broker läuft.</translation>
    </message>
    <message>
        <source>%1 does not answer. A firewall may be in between, or the host is down.</source>
        <translation>%1 antwortet nicht. Vielleicht ist eine Firewall dazwischen, oder der Rechner ist aus.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>vocabulary A</source>
        <translation>Vokabular A</translation>
    </message>
    <message>
        <source>vocabulary B</source>
        <translation>Vokabular B</translation>
    </message>
    <message>
        <source>low-quality alarm</source>
        <translation>Alarm wegen geringer Qualität</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Es ist nichts geöffnet.</translation>
    </message>
    <message>
        <source>A capture is being saved already.</source>
        <translation>Es wird schon ein Mitschnitt gespeichert.</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>Es gibt nichts zu speichern.</translation>
    </message>
    <message>
        <source>Saving was stopped; no file was left behind.</source>
        <translation>Das Speichern wurde abgebrochen; es blieb keine Datei zurück.</translation>
    </message>
    <message>
        <source>The capture could not be put at “%1”; choose another place.</source>
        <translation>Der Mitschnitt konnte nicht unter „%1“ abgelegt werden; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Nothing has been recorded on this machine yet.</source>
        <translation>Auf diesem Rechner wurde noch nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>The store holds no matching reading of quality.</source>
        <translation>Der Speicher enthält keine passende Qualitätsmessung.</translation>
    </message>
    <message>
        <source>The store holds no matching reading of quality of the thread %1.</source>
        <translation>Der Speicher enthält keine passende Qualitätsmessung des Threads %1.</translation>
    </message>
    <message>
        <source>Say which responses: --thread-id ID, or --all.</source>
        <translation>Sagen Sie, welche Antworten: --thread-id ID oder --all.</translation>
    </message>
    <message>
        <source>Turn %1: Score %2 (Acc:%3, Rel:%4, Comp:%5)</source>
        <translation>Turn %1: Score %2 (Acc:%3, Rel:%4, Comp:%5)</translation>
    </message>
    <message>
        <source>Average: %1</source>
        <translation>Mittel: %1</translation>
    </message>
    <message numerus="yes">
        <source>Issues: %n low-quality responses</source>
        <translation>
            <numerusform>Mängel: %n Antwort mit niedriger Qualität</numerusform>
            <numerusform>Mängel: %n Antworten mit niedriger Qualität</numerusform>
        </translation>
    </message>
    <message>
        <source>Tool use: %1</source>
        <translation>Werkzeugnutzung: %1</translation>
    </message>
    <message>
        <source>Without a score: %1 of %2</source>
        <translation>Ohne Score: %1 von %2</translation>
    </message>
    <message>
        <source>Responses: %1 in %2 threads</source>
        <translation>Antworten: %1 in %2 Threads</translation>
    </message>
    <message>
        <source>“%1” is not kept in the store; only live events and captures have it.</source>
        <translation>„%1“ wird nicht gespeichert; nur laufende Ereignisse und Mitschnitte haben es.</translation>
    </message>
    <message>
        <source>The message is made of more than %1 compressed parts; it was not unpacked.</source>
        <translation>Die Nachricht besteht aus mehr als %1 komprimierten Teilen; sie wurde nicht entpackt.</translation>
    </message>
    <message>
        <source>There is nothing to read: no Kafka brokers are configured (telemetry.kafka_brokers), and %1 holds no log yet.</source>
        <translation>Es gibt nichts zu lesen: Kein Kafka-Broker ist eingestellt (telemetry.kafka_brokers), und in %1 liegt noch kein Protokoll.</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n log(s) below %1.</source>
        <translation>
            <numerusform>Liest %n Protokoll unter %1.</numerusform>
            <numerusform>Liest %n Protokolle unter %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The dead-letter topic %1 is also read. Give telemetry.dlq_topic another name, or every dead letter would make another.</source>
        <translation>Das Topic für unlesbare Sätze %1 wird auch gelesen. telemetry.dlq_topic braucht einen anderen Namen, sonst erzeugt jeder unlesbare Satz einen weiteren.</translation>
    </message>
    <message>
        <source>Dead-letter topic</source>
        <translation>Topic für unlesbare Sätze</translation>
    </message>
    <message>
        <source>Topic that is told of every record which cannot be decoded, in the shape of DashFlow&apos;s library; empty for none. The store keeps them in any case.</source>
        <translation>Topic, dem jeder nicht lesbare Satz gemeldet wird, in der Form der DashFlow-Bibliothek; leer für keines. Im Speicher bleiben sie in jedem Fall.</translation>
    </message>
    <message>
        <source>events and turns</source>
        <translation>Ereignisse und Turns</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>eines von: %1</translation>
    </message>
    <message>
        <source>known: %1</source>
        <translation>bekannt: %1</translation>
    </message>
    <message>
        <source>such as: %1</source>
        <translation>etwa: %1</translation>
    </message>
    <message>
        <source>One language says which rows are meant: in the window, on the command line, everywhere.

  score &lt; 0.9 and issue = tool_results_ignored and thread ~ &quot;abc&quot;
  type in (undecodable, tombstone) or not exists score
  refund policy

Compare    =  !=  &lt;  &lt;=  &gt;  &gt;=  in (a, b)     ~ finds a regular expression (RE2) anywhere,
           contains a text; both whatever the case. = compares exactly.
Join       and  or  not  ( ); and binds closer than or. &amp;&amp; || ! == are understood too.
Words      alone are searched in summary, question and answer; in quotes, together.
Absent     is neither true nor false: score &lt; 0.9 and not score &lt; 0.9 both leave out rows
           without a score. not exists score finds them. a != b means not a = b.</source>
        <translation>Eine Sprache sagt, welche Zeilen gemeint sind: im Fenster, auf der Kommandozeile, überall.

  score &lt; 0.9 and issue = tool_results_ignored and thread ~ &quot;abc&quot;
  type in (undecodable, tombstone) or not exists score
  refund policy

Vergleichen  =  !=  &lt;  &lt;=  &gt;  &gt;=  in (a, b)   ~ findet einen regulären Ausdruck (RE2) irgendwo,
             contains einen Text; beide gleich ob groß oder klein. = vergleicht genau.
Verbinden    and  or  not  ( ); and bindet stärker als or. &amp;&amp; || ! == gelten auch.
Wörter       allein werden in Zusammenfassung, Frage und Antwort gesucht; in Anführungszeichen zusammen.
Fehlendes    ist weder wahr noch falsch: score &lt; 0.9 und not score &lt; 0.9 lassen beide Zeilen ohne
             Score aus. not exists score findet sie. a != b heißt not a = b.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>The score that the verdict rests on: as sent, otherwise the mean of accuracy, relevance and completeness.</source>
        <translation>Der Score, auf dem das Urteil beruht: wie gesendet, sonst das Mittel aus Accuracy, Relevance und Completeness.</translation>
    </message>
    <message>
        <source>How correct the judge found the answer.</source>
        <translation>Wie richtig der Judge die Antwort fand.</translation>
    </message>
    <message>
        <source>Did the answer pass the quality gate? On its own it means yes.</source>
        <translation>Hat die Antwort das Qualitäts-Gate passiert? Allein heißt es ja.</translation>
    </message>
    <message>
        <source>The score that the answer had to reach.</source>
        <translation>Der Score, den die Antwort erreichen musste.</translation>
    </message>
    <message>
        <source>An issue that the judge or a validator named; one of several is enough.</source>
        <translation>Ein Mangel, den der Judge oder ein Prüfer nannte; es genügt einer von mehreren.</translation>
    </message>
    <message>
        <source>Id of the thread.</source>
        <translation>ID des Threads.</translation>
    </message>
    <message>
        <source>Id of the turn, where it is told.</source>
        <translation>ID des Turns, wo sie genannt ist.</translation>
    </message>
    <message>
        <source>Number of the turn in its thread, from 1.</source>
        <translation>Nummer des Turns in seinem Thread, ab 1.</translation>
    </message>
    <message>
        <source>Id of the message in hexadecimal digits.</source>
        <translation>ID der Nachricht, in hexadezimalen Ziffern.</translation>
    </message>
    <message>
        <source>Tier that the turn was sent to.</source>
        <translation>Stufe, an die der Turn ging.</translation>
    </message>
    <message>
        <source>Predicted probability that the fast path will pass the gate.</source>
        <translation>Vorhergesagte Wahrscheinlichkeit, dass der schnelle Weg das Gate passiert.</translation>
    </message>
    <message>
        <source>How the turn ended, or that it runs.</source>
        <translation>Wie der Turn endete, oder dass er läuft.</translation>
    </message>
    <message>
        <source>What the operator thinks of the turn.</source>
        <translation>Die Meinung des Bedieners über den Turn.</translation>
    </message>
    <message>
        <source>What the turn or the model&apos;s call cost.</source>
        <translation>Was der Turn oder der Modellaufruf kostete.</translation>
    </message>
    <message>
        <source>Summary of an event; question and answer of a turn. A bare word is searched here.</source>
        <translation>Zusammenfassung eines Ereignisses, Frage und Antwort eines Turns. Ein bloßes Wort wird hier gesucht.</translation>
    </message>
    <message>
        <source>The connection is being tested already.</source>
        <translation>Die Verbindung wird bereits geprüft.</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Quality Distribution:</source>
        <translation>Qualitätsverteilung:</translation>
    </message>
    <message>
        <source>Common Issues:</source>
        <translation>Häufige Mängel:</translation>
    </message>
    <message>
        <source>- %1: %2 instances (%3)</source>
        <translation>- %1: %2 Fälle (%3)</translation>
    </message>
    <message>
        <source>Model Usage:</source>
        <translation>Modellnutzung:</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>(nicht gemeldet)</translation>
    </message>
    <message>
        <source>- %1: %2 (%3) - %4 total</source>
        <translation>- %1: %2 (%3) - %4 gesamt</translation>
    </message>
    <message>
        <source>- Total cost: %1</source>
        <translation>- Gesamtkosten: %1</translation>
    </message>
    <message>
        <source>- Cost per query: %1</source>
        <translation>- Kosten je Anfrage: %1</translation>
    </message>
    <message>
        <source>%1 against the period before</source>
        <translation>%1 gegenüber dem Zeitraum davor</translation>
    </message>
    <message>
        <source>target %1 met</source>
        <translation>Ziel %1 erreicht</translation>
    </message>
    <message>
        <source>target %1 missed</source>
        <translation>Ziel %1 verfehlt</translation>
    </message>
    <message>
        <source>Minutes without any event: %1 of %2</source>
        <translation>Minuten ohne jedes Ereignis: %1 von %2</translation>
    </message>
    <message>
        <source>Records that cannot be decoded: %1</source>
        <translation>Nicht lesbare Datensätze: %1</translation>
    </message>
    <message>
        <source>Records missing from the logs: %1</source>
        <translation>In den Protokollen fehlende Datensätze: %1</translation>
    </message>
    <message>
        <source>Records that conflict with stored ones: %1</source>
        <translation>Datensätze im Widerspruch zu gespeicherten: %1</translation>
    </message>
    <message>
        <source>Responses without a score: %1 of %2</source>
        <translation>Antworten ohne Score: %1 von %2</translation>
    </message>
    <message>
        <source>Responses without a verdict: %1 of %2</source>
        <translation>Antworten ohne Urteil: %1 von %2</translation>
    </message>
    <message>
        <source>Responses held against the threshold %1 here, since they tell none: %2 of %3</source>
        <translation>Antworten, die keine Schwelle melden und hier an %1 gemessen wurden: %2 von %3</translation>
    </message>
    <message>
        <source>Responses without a usable latency: %1 of %2</source>
        <translation>Antworten ohne brauchbare Latenz: %1 von %2</translation>
    </message>
    <message>
        <source>Responses that do not tell their retries: %1 of %2</source>
        <translation>Antworten, die ihre Wiederholungen nicht melden: %1 von %2</translation>
    </message>
    <message>
        <source>Responses whose turn is not told: %1 of %2</source>
        <translation>Antworten, deren Turn nicht gemeldet ist: %1 von %2</translation>
    </message>
    <message>
        <source>Responses whose turn tells no cost: %1 of %2</source>
        <translation>Antworten, deren Turn keine Kosten meldet: %1 von %2</translation>
    </message>
    <message>
        <source>Model calls with an estimated cost: %1</source>
        <translation>Modellaufrufe mit geschätzten Kosten: %1</translation>
    </message>
    <message>
        <source>What is missing:</source>
        <translation>Was fehlt:</translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Letzte Stunde</numerusform>
            <numerusform>Letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Letzte Minute</numerusform>
            <numerusform>Letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>=== Quality Analytics ===</source>
        <translation>=== Qualitätsauswertung ===</translation>
    </message>
    <message>
        <source>Time period: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Total responses: %1</source>
        <translation>Antworten insgesamt: %1</translation>
    </message>
    <message>
        <source>Figures:</source>
        <translation>Kennzahlen:</translation>
    </message>
    <message>
        <source>Counted from the stored rows: minute sums cannot answer this filter. Events and gaps are those of all traffic.</source>
        <translation>Aus den gespeicherten Zeilen gezählt: Minutensummen können diesen Filter nicht beantworten. Ereignisse und Lücken sind die des gesamten Verkehrs.</translation>
    </message>
    <message>
        <source>=== Quality Analytics: comparison ===</source>
        <translation>=== Qualitätsauswertung: Vergleich ===</translation>
    </message>
    <message>
        <source>Base: %1, %2 responses</source>
        <translation>Grundlage: %1, %2 Antworten</translation>
    </message>
    <message>
        <source>Other: %1, %2 responses</source>
        <translation>Dagegen: %1, %2 Antworten</translation>
    </message>
    <message>
        <source>95 %: %1 to %2</source>
        <translation>95 %: %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>paired by %n thread(s)</source>
        <translation>
            <numerusform>gepaart über einen Thread</numerusform>
            <numerusform>gepaart über %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>not distinguishable</source>
        <translation>nicht unterscheidbar</translation>
    </message>
    <message>
        <source>The range of time is empty: its end must come after its beginning.</source>
        <translation>Der Zeitraum ist leer: Sein Ende muss nach seinem Anfang liegen.</translation>
    </message>
    <message>
        <source>The filter names columns of events and of turns, which no row has together. Use those of one kind; `assay filters` lists them.</source>
        <translation>Der Filter nennt Spalten von Ereignissen und von Turns, die keine Zeile zugleich hat. Verwende die einer Art; `assay filters` zählt sie auf.</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answers whose quality was told.</source>
        <translation>Antworten, deren Qualität gemeldet wurde.</translation>
    </message>
    <message>
        <source>Pass rate</source>
        <translation>Bestehensquote</translation>
    </message>
    <message>
        <source>Share of the judged responses that passed the quality gate.</source>
        <translation>Anteil der beurteilten Antworten, die die Qualitätsschranke bestanden haben.</translation>
    </message>
    <message>
        <source>Average quality</source>
        <translation>Mittlere Qualität</translation>
    </message>
    <message>
        <source>Mean score of the responses that have one.</source>
        <translation>Mittlerer Score der Antworten, die einen haben.</translation>
    </message>
    <message>
        <source>Below the threshold</source>
        <translation>Unter der Schwelle</translation>
    </message>
    <message>
        <source>Share of the scored responses whose score is below the threshold in force here, whatever the sender&apos;s verdict.</source>
        <translation>Anteil der bewerteten Antworten, deren Score unter der hier geltenden Schwelle liegt, gleich wie der Absender urteilt.</translation>
    </message>
    <message>
        <source>Cost per query</source>
        <translation>Kosten je Anfrage</translation>
    </message>
    <message>
        <source>Cost of all model calls, divided by the responses.</source>
        <translation>Kosten aller Modellaufrufe, geteilt durch die Antworten.</translation>
    </message>
    <message>
        <source>Latency P50</source>
        <translation>Latenz P50</translation>
    </message>
    <message>
        <source>Half of the responses took at most this long.</source>
        <translation>Die Hälfte der Antworten dauerte höchstens so lange.</translation>
    </message>
    <message>
        <source>Latency P95</source>
        <translation>Latenz P95</translation>
    </message>
    <message>
        <source>95 of 100 responses took at most this long.</source>
        <translation>95 von 100 Antworten dauerten höchstens so lange.</translation>
    </message>
    <message>
        <source>Latency P99</source>
        <translation>Latenz P99</translation>
    </message>
    <message>
        <source>99 of 100 responses took at most this long.</source>
        <translation>99 von 100 Antworten dauerten höchstens so lange.</translation>
    </message>
    <message>
        <source>Retry rate</source>
        <translation>Wiederholungsquote</translation>
    </message>
    <message>
        <source>Share of the responses that took more than one attempt.</source>
        <translation>Anteil der Antworten, die mehr als einen Versuch brauchten.</translation>
    </message>
    <message>
        <source>Tool use</source>
        <translation>Werkzeugnutzung</translation>
    </message>
    <message>
        <source>Share of the responses whose turn called a tool.</source>
        <translation>Anteil der Antworten, deren Turn ein Werkzeug aufgerufen hat.</translation>
    </message>
    <message>
        <source>A comparison needs a second range of time.</source>
        <translation>Ein Vergleich braucht einen zweiten Zeitraum.</translation>
    </message>
    <message>
        <source>“%1” is no range of time. Write for example 24h, 7d, all, or 2026-11-20T08:00..2026-11-21.</source>
        <translation>„%1“ ist kein Zeitraum. Schreibe zum Beispiel 24h, 7d, all oder 2026-11-20T08:00..2026-11-21.</translation>
    </message>
    <message>
        <source>The range “%1” is empty: its end must come after its beginning.</source>
        <translation>Der Zeitraum „%1“ ist leer: Sein Ende muss nach seinem Anfang liegen.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>What Analytics holds its figures against. The deployment guide&apos;s own targets disagree with each other, so each is one of its own.</source>
        <translation>Woran die Auswertung ihre Kennzahlen misst. Die Ziele des Betriebshandbuchs widersprechen einander, darum ist jedes ein eigenes.</translation>
    </message>
    <message>
        <source>Analytics compare with a higher figure.</source>
        <translation>Die Auswertung vergleicht mit einem höheren Wert.</translation>
    </message>
    <message>
        <source>Analytics compare with a lower figure.</source>
        <translation>Die Auswertung vergleicht mit einem niedrigeren Wert.</translation>
    </message>
    <message>
        <source>Target: pass rate</source>
        <translation>Ziel: Bestehensquote</translation>
    </message>
    <message>
        <source>Share of the judged responses that should pass the gate at least.</source>
        <translation>Anteil der beurteilten Antworten, der die Schranke mindestens bestehen soll.</translation>
    </message>
    <message>
        <source>Target: average quality</source>
        <translation>Ziel: mittlere Qualität</translation>
    </message>
    <message>
        <source>Mean score that responses should reach at least.</source>
        <translation>Mittlerer Score, den Antworten mindestens erreichen sollen.</translation>
    </message>
    <message>
        <source>Target: below the threshold</source>
        <translation>Ziel: unter der Schwelle</translation>
    </message>
    <message>
        <source>Share of the scored responses below the threshold that should not be reached.</source>
        <translation>Anteil der bewerteten Antworten unter der Schwelle, der nicht erreicht werden soll.</translation>
    </message>
    <message>
        <source>Target: cost per query</source>
        <translation>Ziel: Kosten je Anfrage</translation>
    </message>
    <message>
        <source>Dollars that a response should cost less than.</source>
        <translation>Dollar, die eine Antwort höchstens kosten soll.</translation>
    </message>
    <message>
        <source>Target: latency P95</source>
        <translation>Ziel: Latenz P95</translation>
    </message>
    <message>
        <source>Time within which 95 of 100 responses should be there.</source>
        <translation>Zeit, in der 95 von 100 Antworten da sein sollen.</translation>
    </message>
    <message>
        <source>Target: retry rate</source>
        <translation>Ziel: Wiederholungsquote</translation>
    </message>
    <message>
        <source>Share of the responses with a retry that should not be reached.</source>
        <translation>Anteil der Antworten mit Wiederholung, der nicht erreicht werden soll.</translation>
    </message>
    <message>
        <source>Target: tool use</source>
        <translation>Ziel: Werkzeugnutzung</translation>
    </message>
    <message>
        <source>Share of the responses whose turn should call a tool at least.</source>
        <translation>Anteil der Antworten, deren Turn mindestens ein Werkzeug aufrufen soll.</translation>
    </message>
    <message>
        <source>The minute sums of the store are damaged. Move assay.db away; it is filled from the log again.</source>
        <translation>Die Minutensummen des Speichers sind beschädigt. Verschiebe assay.db; die Datei wird aus dem Protokoll neu gefüllt.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>still firing</source>
        <translation>schlägt noch an</translation>
    </message>
    <message>
        <source>thread %1, turn %2, score %3 %4</source>
        <translation>Thread %1, Turn %2, Score %3 %4</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The store holds no reading of quality yet.</source>
        <translation>Der Speicher enthält noch keine Qualitätswerte.</translation>
    </message>
    <message>
        <source>There is no rule “%1”.</source>
        <translation>Die Regel „%1“ gibt es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%1 … %2: %3 events, %n firings, %4 ms</source>
        <translation>
            <numerusform>%1 … %2: %3 Ereignisse, %n Alarm, %4 ms</numerusform>
            <numerusform>%1 … %2: %3 Ereignisse, %n Alarme, %4 ms</numerusform>
        </translation>
    </message>
    <message>
        <source> (off)</source>
        <translation> (aus)</translation>
    </message>
    <message>
        <source>No alert fired in this range.</source>
        <translation>In diesem Zeitraum schlug kein Alarm an.</translation>
    </message>
    <message>
        <source>Alerts of this range</source>
        <translation>Alarme dieses Zeitraums</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source> for %1</source>
        <translation> seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rules, no problem</source>
        <translation>
            <numerusform>%1: %n Regel, kein Problem</numerusform>
            <numerusform>%1: %n Regeln, kein Problem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rules were written to %1.</source>
        <translation>
            <numerusform>%n Regel wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Regeln wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The backtest was stopped.</source>
        <translation>Der Rückblick wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The saved states of alerts cannot be read.</source>
        <translation>Die gespeicherten Zustände der Alarme sind nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no such key here.</source>
        <translation>Diesen Schlüssel gibt es hier nicht.</translation>
    </message>
    <message>
        <source>“%1” is no duration such as 30s, 5m or 1h30m.</source>
        <translation>„%1“ ist keine Dauer wie 30s, 5m oder 1h30m.</translation>
    </message>
    <message>
        <source>This must lie between %1 and %2.</source>
        <translation>Dies muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>“%1” is none of: %2.</source>
        <translation>„%1“ ist keines von: %2.</translation>
    </message>
    <message>
        <source>This must be an address such as http://host:9093, without a user name or password.</source>
        <translation>Dies muss eine Adresse wie http://host:9093 sein, ohne Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>Say the labels of both source and target.</source>
        <translation>Nennen Sie die Labels von source und target.</translation>
    </message>
    <message>
        <source>A rule needs a name.</source>
        <translation>Eine Regel braucht einen Namen.</translation>
    </message>
    <message>
        <source>The rule “%1” stands in the file twice.</source>
        <translation>Die Regel „%1“ steht zweimal in der Datei.</translation>
    </message>
    <message>
        <source>The alerts file cannot be read: %1</source>
        <translation>Die Alarmdatei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The alerts file %1 could not be written: %2</source>
        <translation>Die Alarmdatei %1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The folder %1 could not be made. Check its permissions.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden. Prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>A kept alert cannot be read.</source>
        <translation>Ein aufbewahrter Alarm ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Mean score of the answers that were judged in the window.</source>
        <translation>Mittlerer Score der im Fenster beurteilten Antworten.</translation>
    </message>
    <message>
        <source>Last quality score</source>
        <translation>Letzter Qualitäts-Score</translation>
    </message>
    <message>
        <source>Score of the newest judged answer, if it came within the window.</source>
        <translation>Score der neuesten beurteilten Antwort, wenn sie im Fenster liegt.</translation>
    </message>
    <message>
        <source>Score of each response</source>
        <translation>Score jeder Antwort</translation>
    </message>
    <message>
        <source>Every judged answer by itself; each one beyond the bound raises an alert of its own.</source>
        <translation>Jede beurteilte Antwort für sich; jede jenseits der Grenze löst einen eigenen Alarm aus.</translation>
    </message>
    <message>
        <source>Average accuracy</source>
        <translation>Mittlere Accuracy</translation>
    </message>
    <message>
        <source>Mean accuracy of the answers in the window.</source>
        <translation>Mittlere Accuracy der Antworten im Fenster.</translation>
    </message>
    <message>
        <source>Average relevance</source>
        <translation>Mittlere Relevance</translation>
    </message>
    <message>
        <source>Mean relevance of the answers in the window.</source>
        <translation>Mittlere Relevance der Antworten im Fenster.</translation>
    </message>
    <message>
        <source>Average completeness</source>
        <translation>Mittlere Completeness</translation>
    </message>
    <message>
        <source>Mean completeness of the answers in the window.</source>
        <translation>Mittlere Completeness der Antworten im Fenster.</translation>
    </message>
    <message>
        <source>Failure rate</source>
        <translation>Fehlschlagrate</translation>
    </message>
    <message>
        <source>Share of judged answers that missed their threshold.</source>
        <translation>Anteil der beurteilten Antworten, die ihre Schwelle verfehlten.</translation>
    </message>
    <message>
        <source>Share of judged answers that reached their threshold.</source>
        <translation>Anteil der beurteilten Antworten, die ihre Schwelle erreichten.</translation>
    </message>
    <message>
        <source>Tool ignore rate</source>
        <translation>Rate ignorierter Werkzeuge</translation>
    </message>
    <message>
        <source>Share of answers that did not use the tool results they were given.</source>
        <translation>Anteil der Antworten, die ihre Werkzeugergebnisse nicht nutzten.</translation>
    </message>
    <message>
        <source>Latency, median</source>
        <translation>Latenz, Median</translation>
    </message>
    <message>
        <source>Half of the answers in the window took at most this long.</source>
        <translation>Die Hälfte der Antworten im Fenster brauchte höchstens so lange.</translation>
    </message>
    <message>
        <source>Latency, 95th percentile</source>
        <translation>Latenz, 95. Perzentil</translation>
    </message>
    <message>
        <source>95 of 100 answers in the window took at most this long.</source>
        <translation>95 von 100 Antworten im Fenster brauchten höchstens so lange.</translation>
    </message>
    <message>
        <source>Latency, 99th percentile</source>
        <translation>Latenz, 99. Perzentil</translation>
    </message>
    <message>
        <source>99 of 100 answers in the window took at most this long.</source>
        <translation>99 von 100 Antworten im Fenster brauchten höchstens so lange.</translation>
    </message>
    <message>
        <source>Slowest query</source>
        <translation>Langsamste Anfrage</translation>
    </message>
    <message>
        <source>Time of the slowest answer in the window.</source>
        <translation>Dauer der langsamsten Antwort im Fenster.</translation>
    </message>
    <message>
        <source>Share of answers that took more than one attempt.</source>
        <translation>Anteil der Antworten, die mehr als einen Versuch brauchten.</translation>
    </message>
    <message>
        <source>Average retries</source>
        <translation>Mittlere Wiederholungen</translation>
    </message>
    <message>
        <source>Mean number of attempts after the first.</source>
        <translation>Mittlere Zahl der Versuche nach dem ersten.</translation>
    </message>
    <message>
        <source>What the model calls of the window cost, over the number of answers.</source>
        <translation>Was die Modellaufrufe im Fenster kosteten, geteilt durch die Zahl der Antworten.</translation>
    </message>
    <message>
        <source>What the model calls of the window cost together.</source>
        <translation>Was die Modellaufrufe im Fenster zusammen kosteten.</translation>
    </message>
    <message>
        <source>Number of judged answers in the window. A floor of 1 tells when data stops.</source>
        <translation>Zahl der beurteilten Antworten im Fenster. Eine Untergrenze von 1 meldet, wenn keine Daten mehr kommen.</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Share of runs that broke off with an error.</source>
        <translation>Anteil der Läufe, die mit einem Fehler abbrachen.</translation>
    </message>
    <message>
        <source>Undecodable records</source>
        <translation>Unlesbare Sätze</translation>
    </message>
    <message>
        <source>Number of records of the window that could not be read.</source>
        <translation>Zahl der Sätze im Fenster, die nicht gelesen werden konnten.</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Records that wait in the log to be stored.</source>
        <translation>Sätze, die im Log darauf warten, gespeichert zu werden.</translation>
    </message>
    <message>
        <source>Retrieval score</source>
        <translation>Retrieval-Score</translation>
    </message>
    <message>
        <source>Mean over the turns of how well their best passage covers the question.</source>
        <translation>Mittel über die Turns: wie gut die beste Passage die Frage abdeckt.</translation>
    </message>
    <message>
        <source>CPU usage</source>
        <translation>Prozessorlast</translation>
    </message>
    <message>
        <source>Share of this machine&apos;s processors in use.</source>
        <translation>Anteil der Prozessoren dieses Rechners, der ausgelastet ist.</translation>
    </message>
    <message>
        <source>Memory usage</source>
        <translation>Speicherbelegung</translation>
    </message>
    <message>
        <source>Share of this machine&apos;s memory in use.</source>
        <translation>Anteil des Arbeitsspeichers dieses Rechners, der belegt ist.</translation>
    </message>
    <message>
        <source>“%1” is no condition such as alertname=HighFailureRate.</source>
        <translation>„%1“ ist keine Bedingung wie alertname=HighFailureRate.</translation>
    </message>
    <message>
        <source>“%1” is no regular expression.</source>
        <translation>„%1“ ist kein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>A kept silence cannot be read.</source>
        <translation>Eine aufbewahrte Stummschaltung ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Window: last %1</source>
        <translation>Fenster: letzte %1</translation>
    </message>
    <message numerus="yes">
        <source>Window: Last %n minutes</source>
        <translation>
            <numerusform>Fenster: letzte Minute</numerusform>
            <numerusform>Fenster: letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Thread: %1</source>
        <translation>Thread: %1</translation>
    </message>
    <message>
        <source>Score: %1 (%2)</source>
        <translation>Score: %1 (%2)</translation>
    </message>
    <message>
        <source>Issues: %1</source>
        <translation>Mängel: %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message numerus="yes">
        <source>And %n further responses</source>
        <translation>
            <numerusform>Und %n weitere Antwort</numerusform>
            <numerusform>Und %n weitere Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Rate: %1 (%2)</source>
        <translation>Rate: %1 (%2)</translation>
    </message>
    <message>
        <source>Affected queries: %1 of %2</source>
        <translation>Betroffene Anfragen: %1 von %2</translation>
    </message>
    <message>
        <source>%1 threshold</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>✅ RESOLVED: %1</source>
        <translation>✅ VORBEI: %1</translation>
    </message>
    <message>
        <source>🚨 ALERT: %1</source>
        <translation>🚨 ALARM: %1</translation>
    </message>
    <message>
        <source>Since: %1</source>
        <translation>Seit: %1</translation>
    </message>
    <message>
        <source>Action: %1</source>
        <translation>Maßnahme: %1</translation>
    </message>
    <message>
        <source>, %1 of %2</source>
        <translation>, %1 von %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>A name is nested too deep.</source>
        <translation>Ein Name ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The file holds too many values, or nests them too deep.</source>
        <translation>Die Datei enthält zu viele oder zu tief verschachtelte Werte.</translation>
    </message>
    <message>
        <source>This cannot be read (%1).</source>
        <translation>Das ist nicht lesbar (%1).</translation>
    </message>
    <message>
        <source>A Prometheus rule file begins with “groups:”, a list.</source>
        <translation>Eine Regeldatei von Prometheus beginnt mit „groups:“, einer Liste.</translation>
    </message>
    <message>
        <source>A group needs a name.</source>
        <translation>Eine Gruppe braucht einen Namen.</translation>
    </message>
    <message>
        <source>Recording rules are not supported; Assay keeps its own sums.</source>
        <translation>Aufzeichnungsregeln werden nicht unterstützt; Assay führt eigene Summen.</translation>
    </message>
    <message>
        <source>An alerting rule needs “alert” and “expr”.</source>
        <translation>Eine Alarmregel braucht „alert“ und „expr“.</translation>
    </message>
    <message>
        <source>There are two rules of this name; Assay tells rules by their names.</source>
        <translation>Zwei Regeln heißen so; Assay unterscheidet Regeln am Namen.</translation>
    </message>
    <message>
        <source>There is no series “%1” here.</source>
        <translation>Die Reihe „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Bei Zeichen %1: %2</translation>
    </message>
    <message>
        <source>%1 is left out: /metrics has no series for %2.</source>
        <translation>%1 wird ausgelassen: /metrics hat keine Reihe für %2.</translation>
    </message>
    <message>
        <source>%1 is neither a number nor a duration such as 5m.</source>
        <translation>%1 ist weder eine Zahl noch eine Dauer wie 5m.</translation>
    </message>
    <message>
        <source>This escape is not understood.</source>
        <translation>Diese Maskierung wird nicht verstanden.</translation>
    </message>
    <message>
        <source>The text that begins here does not end.</source>
        <translation>Der Text, der hier beginnt, endet nicht.</translation>
    </message>
    <message>
        <source>“%1” has no place here.</source>
        <translation>„%1“ gehört nicht hierher.</translation>
    </message>
    <message>
        <source>series at a moment</source>
        <translation>Reihen zu einem Zeitpunkt</translation>
    </message>
    <message>
        <source>series over a range</source>
        <translation>Reihen über einen Zeitraum</translation>
    </message>
    <message>
        <source>An alert needs series at a moment here, and this is %1.</source>
        <translation>Ein Alarm braucht hier Reihen zu einem Zeitpunkt; das ist: %1.</translation>
    </message>
    <message>
        <source>The expression ends where “%1” is expected.</source>
        <translation>Der Ausdruck endet, wo „%1“ erwartet wird.</translation>
    </message>
    <message>
        <source>“%1” is expected here, not “%2”.</source>
        <translation>Hier wird „%1“ erwartet, nicht „%2“.</translation>
    </message>
    <message>
        <source>The expression is nested too deep.</source>
        <translation>Der Ausdruck ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>bool belongs to comparisons alone.</source>
        <translation>bool gehört nur zu Vergleichen.</translation>
    </message>
    <message>
        <source>%1 is not supported.</source>
        <translation>%1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>A range cannot be compared or reckoned with: take rate() of it, for example.</source>
        <translation>Mit einem Zeitraum lässt sich nicht rechnen oder vergleichen: Nehmen Sie etwa rate() davon.</translation>
    </message>
    <message>
        <source>“%1” joins series, not numbers.</source>
        <translation>„%1“ verbindet Reihen, keine Zahlen.</translation>
    </message>
    <message>
        <source>on and ignoring need series on both sides.</source>
        <translation>on und ignoring brauchen Reihen auf beiden Seiten.</translation>
    </message>
    <message>
        <source>Comparing two numbers needs bool.</source>
        <translation>Zwei Zahlen zu vergleichen braucht bool.</translation>
    </message>
    <message>
        <source>A range has no sign.</source>
        <translation>Ein Zeitraum hat kein Vorzeichen.</translation>
    </message>
    <message>
        <source>Subqueries are not supported.</source>
        <translation>Unterabfragen werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>The metric&apos;s name is expected before “{”.</source>
        <translation>Vor „{“ wird der Name der Metrik erwartet.</translation>
    </message>
    <message>
        <source>The expression ends too soon.</source>
        <translation>Der Ausdruck endet zu früh.</translation>
    </message>
    <message>
        <source>%1 needs series at a moment, and this is %2.</source>
        <translation>%1 braucht Reihen zu einem Zeitpunkt; das ist: %2.</translation>
    </message>
    <message>
        <source>The name of a label is expected here.</source>
        <translation>Hier wird der Name eines Labels erwartet.</translation>
    </message>
    <message>
        <source>The function %1 is not supported.</source>
        <translation>Die Funktion %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>%1 needs %2 here, and this is %3.</source>
        <translation>%1 braucht hier %2; das ist: %3.</translation>
    </message>
    <message>
        <source>offset is not supported.</source>
        <translation>offset wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>A duration such as 5m is expected here.</source>
        <translation>Hier wird eine Dauer wie 5m erwartet.</translation>
    </message>
    <message>
        <source>=, !=, =~ or !~ is expected here.</source>
        <translation>Hier wird =, !=, =~ oder !~ erwartet.</translation>
    </message>
    <message>
        <source>A text in quotes is expected here.</source>
        <translation>Hier wird ein Text in Anführungszeichen erwartet.</translation>
    </message>
    <message>
        <source>This is no regular expression: %1.</source>
        <translation>Das ist kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>A rule needs a name of at most %1 characters.</source>
        <translation>Eine Regel braucht einen Namen von höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A rule has either a metric or an expression.</source>
        <translation>Eine Regel hat entweder eine Metrik oder einen Ausdruck.</translation>
    </message>
    <message>
        <source>The window must lie between 1s and 30d.</source>
        <translation>Das Fenster muss zwischen 1s und 30d liegen.</translation>
    </message>
    <message>
        <source>This must lie between 0s and 30d.</source>
        <translation>Dies muss zwischen 0s und 30d liegen.</translation>
    </message>
    <message>
        <source>This must be 1 or more.</source>
        <translation>Dies muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>There is no metric “%1”.</source>
        <translation>Die Metrik „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Say a floor, a ceiling, or both.</source>
        <translation>Nennen Sie floor, ceiling oder beide.</translation>
    </message>
    <message>
        <source>This must lie between 0 and %1.</source>
        <translation>Dies muss zwischen 0 und %1 liegen.</translation>
    </message>
    <message>
        <source>The floor lies above the ceiling.</source>
        <translation>Die Untergrenze liegt über der Obergrenze.</translation>
    </message>
    <message>
        <source>A single response does not last; leave this out.</source>
        <translation>Eine einzelne Antwort dauert nicht an; lassen Sie das weg.</translation>
    </message>
    <message>
        <source>An expression compares by itself; leave this out.</source>
        <translation>Ein Ausdruck vergleicht selbst; lassen Sie das weg.</translation>
    </message>
    <message>
        <source>At character %1: there is no series “%2” here.</source>
        <translation>Bei Zeichen %1: Die Reihe „%2“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>The label %1 is set by Assay.</source>
        <translation>Das Label %1 setzt Assay selbst.</translation>
    </message>
    <message>
        <source>“%1” is no name of a label: letters, digits and _.</source>
        <translation>„%1“ ist kein Name eines Labels: Buchstaben, Ziffern und _.</translation>
    </message>
    <message>
        <source>This turn is not in the queue any more.</source>
        <translation>Dieser Turn ist nicht mehr in der Warteschlange.</translation>
    </message>
    <message>
        <source>A label goes to at most %1 turns at once. Narrow the filter, or select fewer.</source>
        <translation>Ein Label geht an höchstens %1 Turns auf einmal. Den Filter enger fassen oder weniger auswählen.</translation>
    </message>
    <message>
        <source>“%1” is no moment. Write for example 2026-11-21T12:00:00Z.</source>
        <translation>„%1“ ist kein Zeitpunkt. Schreibe zum Beispiel 2026-11-21T12:00:00Z.</translation>
    </message>
    <message>
        <source>%1 of %2 turns, %3 events stored</source>
        <translation>%1 von %2 Turns, %3 Ereignisse gespeichert</translation>
    </message>
    <message>
        <source>Sample data: %1 events of %2 turns, %3 damaged records, in %4 s (%5 events a second).</source>
        <translation>Beispieldaten: %1 Ereignisse von %2 Turns, %3 beschädigte Datensätze, in %4 s (%5 Ereignisse je Sekunde).</translation>
    </message>
    <message>
        <source>They are in %1, apart from your own data. Look at them with</source>
        <translation>Sie liegen in %1, getrennt von deinen eigenen Daten. Ansehen mit</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 holds something that is no sample data; it is left alone. Name an empty folder.</source>
        <translation>%1 enthält etwas, das keine Beispieldaten sind; es bleibt unberührt. Nenne einen leeren Ordner.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Sample data need at least one event, and from 1 to 3650 days.</source>
        <translation>Beispieldaten brauchen mindestens ein Ereignis und 1 bis 3650 Tage.</translation>
    </message>
    <message>
        <source>Alerts: %1</source>
        <translation>Alarme: %1</translation>
    </message>
    <message>
        <source>%1 refused an alert: HTTP %2. Check its address.</source>
        <translation>%1 hat einen Alarm abgelehnt: HTTP %2. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>What was delivered could not be noted; the store cannot be written.</source>
        <translation>Was zugestellt wurde, ließ sich nicht vermerken; der Speicher ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>%1 does not take alerts: %2 It is tried again.</source>
        <translation>%1 nimmt keine Alarme an: %2 Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>Say who you are: the history keeps a name with each entry.</source>
        <translation>Sagen Sie, wer Sie sind: Der Verlauf führt jeden Eintrag mit einem Namen.</translation>
    </message>
    <message>
        <source>A silence needs a condition, and must end after it begins.</source>
        <translation>Eine Stummschaltung braucht eine Bedingung und muss nach ihrem Beginn enden.</translation>
    </message>
    <message>
        <source>This silence has ended already.</source>
        <translation>Diese Stummschaltung ist schon beendet.</translation>
    </message>
    <message>
        <source>Metrics cannot be served on %1: the port is taken, or there is no such address. Choose another --metrics-port.</source>
        <translation>Metriken lassen sich auf %1 nicht anbieten: Der Port ist belegt, oder die Adresse gibt es nicht. Wählen Sie einen anderen --metrics-port.</translation>
    </message>
    <message>
        <source>No stored turn ran under policy revision %1.</source>
        <translation>Kein gespeicherter Turn lief unter Revision %1 der Richtlinie.</translation>
    </message>
    <message>
        <source>The PDF that was made is not of the expected form.</source>
        <translation>Das erzeugte PDF hat nicht die erwartete Form.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Nothing in this range.</source>
        <translation>Nichts in diesem Zeitraum.</translation>
    </message>
    <message numerus="yes">
        <source>Figures (%n row(s))</source>
        <translation>
            <numerusform>Zahlen (%n Zeile)</numerusform>
            <numerusform>Zahlen (%n Zeilen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are in the other formats; the total has them.</source>
        <translation>
            <numerusform>%n weitere Zeile steht in den anderen Formaten; die Summe enthält sie.</numerusform>
            <numerusform>%n weitere Zeilen stehen in den anderen Formaten; die Summe enthält sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>A PDF needs fonts, which this process has not loaded.</source>
        <translation>Ein PDF braucht Schriften, die dieser Prozess nicht geladen hat.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>The report was cancelled; nothing was written.</source>
        <translation>Der Bericht wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>“%1” is no format of a report. There are html, pdf, csv, xlsx and json.</source>
        <translation>„%1“ ist kein Format eines Berichts. Es gibt html, pdf, csv, xlsx und json.</translation>
    </message>
    <message>
        <source>The name %1 does not tell a format. Let it end in .html, .pdf, .csv, .xlsx or .json, or name the format.</source>
        <translation>Der Name %1 verrät kein Format. Lassen Sie ihn auf .html, .pdf, .csv, .xlsx oder .json enden, oder nennen Sie das Format.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a file for the report.</source>
        <translation>%1 ist ein Ordner. Nennen Sie eine Datei für den Bericht.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Make it, or name another.</source>
        <translation>Den Ordner %1 gibt es nicht. Legen Sie ihn an oder nennen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The report cannot be written to %1: %2.</source>
        <translation>Der Bericht lässt sich nicht nach %1 schreiben: %2.</translation>
    </message>
    <message>
        <source>The spreadsheet cannot be put together: %1. Is there room in the folder for temporary files?</source>
        <translation>Die Tabelle lässt sich nicht erzeugen: %1. Ist im Ordner für temporäre Dateien Platz?</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>kein Speicher frei</translation>
    </message>
    <message>
        <source>%1 to %2 UTC</source>
        <translation>%1 bis %2 UTC</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>n is the number of values a figure rests on, the interval holds 95 %, and before is the period of equal length right before.</source>
        <translation>n ist die Zahl der Werte, auf denen eine Kennzahl beruht, das Intervall hält 95 %, und vorher ist der gleich lange Zeitraum unmittelbar davor.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation>95 % von</translation>
    </message>
    <message>
        <source>95 % to</source>
        <translation>95 % bis</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>n before</source>
        <translation>n vorher</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>too little data</source>
        <translation>zu wenig Daten</translation>
    </message>
    <message>
        <source>higher, better</source>
        <translation>höher, besser</translation>
    </message>
    <message>
        <source>higher, worse</source>
        <translation>höher, schlechter</translation>
    </message>
    <message>
        <source>lower, better</source>
        <translation>niedriger, besser</translation>
    </message>
    <message>
        <source>lower, worse</source>
        <translation>niedriger, schlechter</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message numerus="yes">
        <source>Difference: this range less the base. Where its 95 % interval holds 0, the ranges cannot be told apart. Pairs are threads that are in both; %n thread(s) are.</source>
        <translation>
            <numerusform>Unterschied: dieser Zeitraum minus Basis. Wo sein 95-%-Intervall die 0 enthält, sind die Zeiträume nicht zu unterscheiden. Paare sind Threads, die in beiden vorkommen; das ist %n.</numerusform>
            <numerusform>Unterschied: dieser Zeitraum minus Basis. Wo sein 95-%-Intervall die 0 enthält, sind die Zeiträume nicht zu unterscheiden. Paare sind Threads, die in beiden vorkommen; das sind %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>n base</source>
        <translation>n Basis</translation>
    </message>
    <message>
        <source>This range</source>
        <translation>Dieser Zeitraum</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>Von (UTC)</translation>
    </message>
    <message>
        <source>To (UTC)</source>
        <translation>Bis (UTC)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>none, all responses</source>
        <translation>keiner, alle Antworten</translation>
    </message>
    <message>
        <source>Cost of all model calls</source>
        <translation>Kosten aller Modellaufrufe</translation>
    </message>
    <message>
        <source>Threshold in force here</source>
        <translation>Hier geltende Schwelle</translation>
    </message>
    <message>
        <source>Policy revisions</source>
        <translation>Revisionen der Richtlinie</translation>
    </message>
    <message>
        <source>none told</source>
        <translation>keine genannt</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Gezählt aus</translation>
    </message>
    <message>
        <source>sums kept for every minute</source>
        <translation>Summen je Minute</translation>
    </message>
    <message>
        <source>the stored rows</source>
        <translation>den gespeicherten Zeilen</translation>
    </message>
    <message>
        <source>Error of percentiles</source>
        <translation>Fehler der Perzentile</translation>
    </message>
    <message>
        <source>at most 1 %</source>
        <translation>höchstens 1 %</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>%1 to before</source>
        <translation>%1 zu vorher</translation>
    </message>
    <message>
        <source>All times are UTC. Ranges are widened to whole minutes. Counts, shares and money are exact, percentiles within 1 %. Intervals are those of 95 %: Wilson&apos;s for shares, Student&apos;s for means, order statistics for percentiles.</source>
        <translation>Alle Zeiten sind UTC. Zeiträume sind auf ganze Minuten erweitert. Anzahlen, Anteile und Beträge sind genau, Perzentile auf 1 %. Intervalle sind solche von 95 %: nach Wilson für Anteile, nach Student für Mittelwerte, nach Ranggrößen für Perzentile.</translation>
    </message>
    <message>
        <source>The filter was answered from the stored rows. Events and gaps are those of all traffic.</source>
        <translation>Der Filter wurde aus den gespeicherten Zeilen beantwortet. Ereignisse und Lücken sind die des ganzen Verkehrs.</translation>
    </message>
    <message>
        <source>Quality report</source>
        <translation>Qualitätsbericht</translation>
    </message>
    <message>
        <source>Quality report: comparison</source>
        <translation>Qualitätsbericht: Vergleich</translation>
    </message>
    <message>
        <source>%1, against %2</source>
        <translation>%1, gegen %2</translation>
    </message>
    <message>
        <source>Base: %1</source>
        <translation>Basis: %1</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Durchgefallen</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Retries told</source>
        <translation>Wiederholungen genannt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Undecodable</source>
        <translation>Nicht dekodierbar</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Minutes without data</source>
        <translation>Minuten ohne Daten</translation>
    </message>
    <message>
        <source>Pass rate with its 95 % interval; grey: no judged response</source>
        <translation>Bestehensquote mit 95-%-Intervall; grau: keine bewertete Antwort</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über die Zeit</translation>
    </message>
    <message>
        <source>Minutes without any event: %1 of %2. Records that cannot be decoded: %3.</source>
        <translation>Minuten ohne ein Ereignis: %1 von %2. Nicht dekodierbare Datensätze: %3.</translation>
    </message>
    <message>
        <source>Quality distribution</source>
        <translation>Verteilung der Qualität</translation>
    </message>
    <message>
        <source>Shares are of the responses that have a score; %1 of %2 have none.</source>
        <translation>Anteile beziehen sich auf Antworten mit Punktzahl; %1 von %2 haben keine.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Responses by score</source>
        <translation>Antworten nach Punktzahl</translation>
    </message>
    <message>
        <source>Responses by hundredth of the score</source>
        <translation>Antworten je Hundertstel der Punktzahl</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Score from</source>
        <translation>Punktzahl ab</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Mängel</translation>
    </message>
    <message>
        <source>A response may have several; shares are of all responses.</source>
        <translation>Eine Antwort kann mehrere haben; Anteile beziehen sich auf alle Antworten.</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Mangel</translation>
    </message>
    <message>
        <source>Responses with the issue</source>
        <translation>Antworten mit dem Mangel</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Calls without a told cost: %1; with an estimated one: %2.</source>
        <translation>Aufrufe ohne genannte Kosten: %1; mit geschätzten: %2.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Prompt tokens</source>
        <translation>Prompt-Token</translation>
    </message>
    <message>
        <source>Completion tokens</source>
        <translation>Antwort-Token</translation>
    </message>
    <message>
        <source>Cost estimated</source>
        <translation>Kosten geschätzt</translation>
    </message>
    <message>
        <source>Responses by model</source>
        <translation>Antworten je Modell</translation>
    </message>
    <message>
        <source>Cost by model</source>
        <translation>Kosten je Modell</translation>
    </message>
    <message>
        <source>What calls were made for</source>
        <translation>Wofür Aufrufe gemacht wurden</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Responses that do not tell their retries: %1 of %2.</source>
        <translation>Antworten, die ihre Wiederholungen nicht nennen: %1 von %2.</translation>
    </message>
    <message>
        <source>Share passed</source>
        <translation>Anteil bestanden</translation>
    </message>
    <message>
        <source>Confidence against outcome</source>
        <translation>Konfidenz gegen Ergebnis</translation>
    </message>
    <message>
        <source>The confidence predicts the fast path: only turns whose first attempt took it can test it.</source>
        <translation>Die Konfidenz sagt den schnellen Weg voraus: Nur Turns, deren erster Versuch ihn nahm, können sie prüfen.</translation>
    </message>
    <message>
        <source>Confidence from</source>
        <translation>Konfidenz von</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>Fast turns</source>
        <translation>Schnelle Turns</translation>
    </message>
    <message>
        <source>Fast passed</source>
        <translation>Schnell bestanden</translation>
    </message>
    <message>
        <source>Mean confidence</source>
        <translation>Mittlere Konfidenz</translation>
    </message>
    <message>
        <source>Policies in force</source>
        <translation>Geltende Richtlinien</translation>
    </message>
    <message>
        <source>Judged turns by the revision of the policy that decided them.</source>
        <translation>Bewertete Turns nach der Revision der Richtlinie, die über sie entschied.</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>New since (UTC)</source>
        <translation>Neu seit (UTC)</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>What the figures could not count. Nothing is filled in.</source>
        <translation>Was die Kennzahlen nicht zählen konnten. Nichts ist ergänzt.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Minutes without any event</source>
        <translation>Minuten ohne ein Ereignis</translation>
    </message>
    <message>
        <source>Records that cannot be decoded</source>
        <translation>Nicht dekodierbare Datensätze</translation>
    </message>
    <message>
        <source>Records missing from the logs</source>
        <translation>In den Logs fehlende Datensätze</translation>
    </message>
    <message>
        <source>Records that conflict with stored ones</source>
        <translation>Datensätze im Widerspruch zu gespeicherten</translation>
    </message>
    <message>
        <source>Events more than 24 hours late</source>
        <translation>Ereignisse mit über 24 Stunden Verspätung</translation>
    </message>
    <message>
        <source>Events from the future</source>
        <translation>Ereignisse aus der Zukunft</translation>
    </message>
    <message>
        <source>Responses without a score</source>
        <translation>Antworten ohne Punktzahl</translation>
    </message>
    <message>
        <source>Responses without a verdict</source>
        <translation>Antworten ohne Urteil</translation>
    </message>
    <message>
        <source>Responses held against the threshold here, since they tell no verdict</source>
        <translation>Antworten ohne eigenes Urteil, hier an der Schwelle gemessen</translation>
    </message>
    <message>
        <source>Responses without a latency</source>
        <translation>Antworten ohne Latenz</translation>
    </message>
    <message>
        <source>Responses with an impossible latency</source>
        <translation>Antworten mit unmöglicher Latenz</translation>
    </message>
    <message>
        <source>Responses that do not tell their retries</source>
        <translation>Antworten, die ihre Wiederholungen nicht nennen</translation>
    </message>
    <message>
        <source>Responses whose turn is not told</source>
        <translation>Antworten, deren Turn nicht genannt ist</translation>
    </message>
    <message>
        <source>Responses whose turn tells no cost</source>
        <translation>Antworten, deren Turn keine Kosten nennt</translation>
    </message>
    <message>
        <source>Model calls without a told cost</source>
        <translation>Modellaufrufe ohne genannte Kosten</translation>
    </message>
    <message>
        <source>Model calls with an estimated cost</source>
        <translation>Modellaufrufe mit geschätzten Kosten</translation>
    </message>
    <message>
        <source>Cost of a response</source>
        <translation>Kosten einer Antwort</translation>
    </message>
    <message>
        <source>All model calls of its turn; responses without a told cost: %1 of %2.</source>
        <translation>Alle Modellaufrufe ihres Turns; Antworten ohne genannte Kosten: %1 von %2.</translation>
    </message>
    <message>
        <source>Responses by cost, logarithmic</source>
        <translation>Antworten nach Kosten, logarithmisch</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Responses without a usable latency: %1 of %2.</source>
        <translation>Antworten ohne brauchbare Latenz: %1 von %2.</translation>
    </message>
    <message>
        <source>Responses by latency, logarithmic</source>
        <translation>Antworten nach Latenz, logarithmisch</translation>
    </message>
    <message>
        <source>%1 is larger than 1 GiB.</source>
        <translation>%1 ist größer als 1 GiB.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Weak model alone</source>
        <translation>Schwaches Modell allein</translation>
    </message>
    <message>
        <source>Strong model alone</source>
        <translation>Starkes Modell allein</translation>
    </message>
    <message>
        <source>Either of them</source>
        <translation>Eines von beiden</translation>
    </message>
    <message>
        <source>Oracle, share to the strong model</source>
        <translation>Orakel, Anteil ans starke Modell</translation>
    </message>
    <message>
        <source>Break-even of the verifier</source>
        <translation>Schwelle des Prüfers</translation>
    </message>
    <message>
        <source>%1: below it this cascade is worse than always the strong model</source>
        <translation>%1: darunter ist diese Kaskade schlechter als immer das starke Modell</translation>
    </message>
    <message>
        <source>Router, average gap closed</source>
        <translation>Router, Lücke im Mittel geschlossen</translation>
    </message>
    <message>
        <source>%1 (random: 50 %)</source>
        <translation>%1 (Zufall: 50 %)</translation>
    </message>
    <message>
        <source>Router closes 50 % of the gap at</source>
        <translation>Router schließt 50 % der Lücke bei</translation>
    </message>
    <message>
        <source>Router closes 80 % of the gap at</source>
        <translation>Router schließt 80 % der Lücke bei</translation>
    </message>
    <message>
        <source>To strong</source>
        <translation>An starkes</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Orakel</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>and about %1 estimated</source>
        <translation>und geschätzt etwa %1</translation>
    </message>
    <message>
        <source>%1 turns: %2 exact, %3 estimated from like turns</source>
        <translation>%1 Turns: %2 genau, %3 aus ähnlichen Turns geschätzt</translation>
    </message>
    <message>
        <source>%1 left out: nothing like them is recorded</source>
        <translation>%1 ausgelassen: nichts Ähnliches ist aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 skipped: not judged, or judged by other rules</source>
        <translation>%1 übersprungen: nicht bewertet oder nach anderen Regeln bewertet</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Cost a query</source>
        <translation>Kosten je Anfrage</translation>
    </message>
    <message>
        <source>P95 latency</source>
        <translation>P95-Latenz</translation>
    </message>
    <message>
        <source>Premium share</source>
        <translation>Premium-Anteil</translation>
    </message>
    <message>
        <source>Retries a query</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Would pass now</source>
        <translation>Nun bestanden</translation>
    </message>
    <message>
        <source>Would fail now</source>
        <translation>Nun nicht bestanden</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Line %1: needs an id, and weak_ok and strong_ok (true or false) or weak_score and strong_score (0 to 1).</source>
        <translation>Zeile %1: Nötig sind id sowie weak_ok und strong_ok (true oder false) oder weak_score und strong_score (0 bis 1).</translation>
    </message>
    <message>
        <source>Line %1: the id %2 was there before.</source>
        <translation>Zeile %1: Die id %2 kam schon vor.</translation>
    </message>
    <message>
        <source>The file holds no pair of answers.</source>
        <translation>Die Datei enthält kein Antwortpaar.</translation>
    </message>
    <message>
        <source>Line %1: needs an id and a score, a number.</source>
        <translation>Zeile %1: Es fehlen id oder score, eine Zahl.</translation>
    </message>
    <message>
        <source>The scores hold none for %1.</source>
        <translation>Die Werte enthalten keinen für %1.</translation>
    </message>
    <message>
        <source>Reading the recorded turns was stopped.</source>
        <translation>Das Lesen der aufgezeichneten Turns wurde abgebrochen.</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>premium</source>
        <translation>premium</translation>
    </message>
    <message>
        <source>%1 turns were recorded without the check that this change switches on.</source>
        <translation>%1 Turns wurden ohne die Prüfung aufgezeichnet, die diese Änderung einschaltet.</translation>
    </message>
    <message>
        <source>This change sends %1 turns with a confidence around %2 to the %3 model, where fewer than %4 turns like them ever ran.</source>
        <translation>Diese Änderung schickt %1 Turns mit einer Konfidenz um %2 an das Modell „%3“, wo weniger als %4 ähnliche Turns je liefen.</translation>
    </message>
    <message>
        <source>This change asks for a retry of %1 turns after a score around %2, and fewer than %4 such retries are recorded.</source>
        <translation>Diese Änderung wiederholt %1 Turns nach einer Bewertung um %2, und weniger als %4 solche Wiederholungen sind aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing can be said about it: choose a value nearer to what was in force, or let exploration run both tiers on a share of the turns.</source>
        <translation>Darüber lässt sich nichts sagen: Wählen Sie einen Wert näher an dem, was galt, oder lassen Sie durch Erkundung einen Teil der Turns auf beiden Stufen laufen.</translation>
    </message>
    <message>
        <source>Only %1 judged turns are recorded; a prediction needs at least %2.</source>
        <translation>Nur %1 bewertete Turns sind aufgezeichnet; eine Vorhersage braucht mindestens %2.</translation>
    </message>
    <message>
        <source>Recorded turns do not tell what %1 would change. They do for %2.</source>
        <translation>Aufgezeichnete Turns sagen nicht, was %1 ändern würde. Sie sagen es für %2.</translation>
    </message>
    <message>
        <source>The printer took no pages. See whether it is on, or print the PDF.</source>
        <translation>Der Drucker nahm keine Seiten an. Prüfen Sie, ob er eingeschaltet ist, oder drucken Sie das PDF.</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>within the judge&apos;s own spread</source>
        <translation>innerhalb der Streuung des Richters</translation>
    </message>
    <message>
        <source>Compared with the run of %1, %2 scenarios in common</source>
        <translation>Verglichen mit dem Lauf vom %1, %2 gemeinsame Szenarien</translation>
    </message>
    <message>
        <source>The suites are not the same; only what both hold is compared.</source>
        <translation>Die Suiten sind nicht dieselben; verglichen wird nur, was beide enthalten.</translation>
    </message>
    <message>
        <source>  The judge itself spreads by %1 when it judges an answer again.</source>
        <translation>  Der Richter selbst streut um %1, wenn er eine Antwort erneut bewertet.</translation>
    </message>
    <message>
        <source>The runs have no scenario in common.</source>
        <translation>Die Läufe haben kein Szenario gemeinsam.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>without category</source>
        <translation>ohne Kategorie</translation>
    </message>
    <message numerus="yes">
        <source>%n labels; an answer passes from %1</source>
        <translation>
            <numerusform>%n Label; eine Antwort besteht ab %1</numerusform>
            <numerusform>%n Labels; eine Antwort besteht ab %1</numerusform>
        </translation>
    </message>
    <message>
        <source>(95 % %1 … %2)</source>
        <translation>(95 % %1 … %2)</translation>
    </message>
    <message>
        <source>  accuracy %1</source>
        <translation>  Treffergenauigkeit %1</translation>
    </message>
    <message>
        <source>  Cohen&apos;s kappa %1   Krippendorff&apos;s alpha %2   Pearson %3   Spearman %4   bias %5</source>
        <translation>  Cohens Kappa %1   Krippendorffs Alpha %2   Pearson %3   Spearman %4   Verzerrung %5</translation>
    </message>
    <message>
        <source>  both pass %1   judge alone %2   people alone %3   neither %4</source>
        <translation>  beide bestanden %1   nur Richter %2   nur Menschen %3   keiner %4</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha of all judges and people (pass or fail): %1; of the judges&apos; scores: %2</source>
        <translation>Krippendorffs Alpha aller Richter und Menschen (bestanden oder nicht): %1; der Werte der Richter: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios</source>
        <translation>
            <numerusform>%n Szenario</numerusform>
            <numerusform>%n Szenarien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios written to %1</source>
        <translation>
            <numerusform>%n Szenario nach %1 geschrieben</numerusform>
            <numerusform>%n Szenarien nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Give --output: scenario files are a folder.</source>
        <translation>Geben Sie --output an: Szenariodateien sind ein Ordner.</translation>
    </message>
    <message>
        <source>The form cannot hold everything; left out: %1</source>
        <translation>Die Form kann nicht alles aufnehmen; weggelassen: %1</translation>
    </message>
    <message>
        <source>%1 of %2, %3 met, spent %4</source>
        <translation>%1 von %2, %3 erfüllt, ausgegeben %4</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios are there from a run that was broken off.</source>
        <translation>
            <numerusform>%n Szenario ist aus einem abgebrochenen Lauf da.</numerusform>
            <numerusform>%n Szenarien sind aus einem abgebrochenen Lauf da.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 scenarios are finished.</source>
        <translation>%1 von %2 Szenarien sind fertig.</translation>
    </message>
    <message>
        <source>Give --output to be able to go on.</source>
        <translation>Geben Sie --output an, um fortsetzen zu können.</translation>
    </message>
    <message>
        <source>The same command goes on from here.</source>
        <translation>Derselbe Befehl macht hier weiter.</translation>
    </message>
    <message>
        <source>The budget is spent (%1).</source>
        <translation>Das Budget ist ausgegeben (%1).</translation>
    </message>
    <message>
        <source>%1: %2 scenarios in %3 s, spent %4</source>
        <translation>%1: %2 Szenarien in %3 s, ausgegeben %4</translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios have no answer; the same command asks them again.</source>
        <translation>
            <numerusform>%n Szenario hat keine Antwort; derselbe Befehl fragt erneut.</numerusform>
            <numerusform>%n Szenarien haben keine Antwort; derselbe Befehl fragt sie erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % %1 … %2</source>
        <translation>95 % %1 … %2</translation>
    </message>
    <message>
        <source>Every target is met.</source>
        <translation>Jedes Ziel ist erreicht.</translation>
    </message>
    <message>
        <source>Not every target is met.</source>
        <translation>Nicht jedes Ziel ist erreicht.</translation>
    </message>
    <message>
        <source>No scenario of the suite is of this category.</source>
        <translation>Kein Szenario der Suite gehört zu dieser Kategorie.</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>label: must be good, bad, true, false or a score from 0 to 1.</source>
        <translation>label: muss good, bad, true, false oder ein Wert von 0 bis 1 sein.</translation>
    </message>
    <message>
        <source>scores.%1: must be a score from 0 to 1.</source>
        <translation>scores.%1: muss ein Wert von 0 bis 1 sein.</translation>
    </message>
    <message>
        <source>id: the results hold no scenario %1.</source>
        <translation>id: Die Ergebnisse enthalten kein Szenario %1.</translation>
    </message>
    <message>
        <source>%1 holds no label.</source>
        <translation>%1 enthält kein Label.</translation>
    </message>
    <message>
        <source>its scenarios are others (suite %1)</source>
        <translation>seine Szenarien sind andere (Suite %1)</translation>
    </message>
    <message>
        <source>its models or settings are others</source>
        <translation>seine Modelle oder Einstellungen sind andere</translation>
    </message>
    <message>
        <source>its answers are judged another number of times</source>
        <translation>seine Antworten werden anders oft bewertet</translation>
    </message>
    <message>
        <source>The journal %1 cannot be opened: %2.</source>
        <translation>Das Journal %1 kann nicht geöffnet werden: %2.</translation>
    </message>
    <message>
        <source>Another run writes %1. Wait for it, or choose another --output.</source>
        <translation>Ein anderer Lauf schreibt %1. Warten Sie auf ihn oder wählen Sie ein anderes --output.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be emptied: %2.</source>
        <translation>Das Journal %1 kann nicht geleert werden: %2.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be read: %2.</source>
        <translation>Das Journal %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is no journal of an evaluation. Move it away, or choose another --output.</source>
        <translation>%1 ist kein Journal einer Auswertung. Verschieben Sie die Datei oder wählen Sie ein anderes --output.</translation>
    </message>
    <message>
        <source>%1 holds a run that was broken off, and %2. Finish it with its own settings, or give --fresh to throw it away.</source>
        <translation>%1 enthält einen abgebrochenen Lauf, und %2. Beenden Sie ihn mit seinen eigenen Einstellungen oder verwerfen Sie ihn mit --fresh.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be continued: %2.</source>
        <translation>Das Journal %1 kann nicht fortgesetzt werden: %2.</translation>
    </message>
    <message>
        <source>Line %1 of the journal %2 is damaged. Give --fresh to start anew.</source>
        <translation>Zeile %1 des Journals %2 ist beschädigt. Mit --fresh beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be begun: %2.</source>
        <translation>Das Journal %1 kann nicht begonnen werden: %2.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written: %2. Free space and run the same command again; finished scenarios are kept.</source>
        <translation>Das Journal %1 kann nicht geschrieben werden: %2. Schaffen Sie Platz und starten Sie denselben Befehl erneut; fertige Szenarien bleiben erhalten.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written: %2.</source>
        <translation>Das Journal %1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Richter</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Nach Kategorie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Evaluation of %1</source>
        <translation>Auswertung von %1</translation>
    </message>
    <message>
        <source>Scenario %1 of the results: %2</source>
        <translation>Szenario %1 der Ergebnisse: %2</translation>
    </message>
    <message>
        <source>These are no results of an evaluation: “scenarios” is missing.</source>
        <translation>Das sind keine Ergebnisse einer Auswertung: „scenarios“ fehlt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 scored</source>
        <translation>%1 von %2 bewertet</translation>
    </message>
    <message>
        <source>Average cost per query</source>
        <translation>Mittlere Kosten je Anfrage</translation>
    </message>
    <message>
        <source>Tool use success rate</source>
        <translation>Erfolgsquote der Werkzeuge</translation>
    </message>
    <message>
        <source>no scenario expects a tool</source>
        <translation>kein Szenario erwartet ein Werkzeug</translation>
    </message>
    <message>
        <source>Success rate (quality ≥ %1)</source>
        <translation>Erfolgsquote (Qualität ≥ %1)</translation>
    </message>
    <message>
        <source>Responses below %1</source>
        <translation>Antworten unter %1</translation>
    </message>
    <message>
        <source>Scenarios that met every expectation</source>
        <translation>Szenarien mit allen Erwartungen erfüllt</translation>
    </message>
    <message>
        <source>The reply holds no JSON object.</source>
        <translation>Die Antwort enthält kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The object needs safety, coherence and conciseness, each a number from 0 to 1.</source>
        <translation>Das Objekt braucht safety, coherence und conciseness, jeweils eine Zahl von 0 bis 1.</translation>
    </message>
    <message>
        <source>The judge gave no usable scores for safety, coherence and conciseness: %1</source>
        <translation>Der Richter hat keine brauchbaren Werte für Sicherheit, Zusammenhang und Kürze vergeben: %1</translation>
    </message>
    <message>
        <source>“%1” has the wrong type or range.</source>
        <translation>„%1“ hat den falschen Typ oder Bereich.</translation>
    </message>
    <message>
        <source>tests in another file are not followed: import that file.</source>
        <translation>Tests in einer anderen Datei werden nicht verfolgt: Importieren Sie jene Datei.</translation>
    </message>
    <message>
        <source>only the first of the values of “%1” is taken.</source>
        <translation>von den Werten von „%1“ wird nur der erste übernommen.</translation>
    </message>
    <message>
        <source>the file behind “%1” is not read.</source>
        <translation>die Datei hinter „%1“ wird nicht gelesen.</translation>
    </message>
    <message>
        <source>the test has no question and was left out.</source>
        <translation>der Test hat keine Frage und wurde weggelassen.</translation>
    </message>
    <message>
        <source>upper and lower case count alike for all texts of this test.</source>
        <translation>Groß- und Kleinschreibung gelten für alle Texte dieses Tests gleich.</translation>
    </message>
    <message>
        <source>the assertion “%1” has no counterpart and was left out.</source>
        <translation>die Zusicherung „%1“ hat keine Entsprechung und wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 holds no tests of promptfoo.</source>
        <translation>%1 enthält keine Tests von promptfoo.</translation>
    </message>
    <message>
        <source>%1 holds no test that could be taken.</source>
        <translation>%1 enthält keinen Test, der sich übernehmen ließe.</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>Latenz (s)</translation>
    </message>
    <message>
        <source>Cost ($)</source>
        <translation>Kosten ($)</translation>
    </message>
    <message>
        <source>The two runs are not distinguishable.</source>
        <translation>Die beiden Läufe sind nicht unterscheidbar.</translation>
    </message>
    <message>
        <source>Better: %1.</source>
        <translation>Besser: %1.</translation>
    </message>
    <message>
        <source>Worse: %1.</source>
        <translation>Schlechter: %1.</translation>
    </message>
    <message>
        <source>Worse: %1. Better: %2.</source>
        <translation>Schlechter: %1. Besser: %2.</translation>
    </message>
    <message>
        <source>(95 % %1 … %2, %3)</source>
        <translation>(95 % %1 … %2, %3)</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” stands in the answer.</source>
        <translation>„%1“ steht in der Antwort.</translation>
    </message>
    <message>
        <source>None of these stands in the answer: %1.</source>
        <translation>Nichts davon steht in der Antwort: %1.</translation>
    </message>
    <message>
        <source>The pattern %1 is not found.</source>
        <translation>Das Muster %1 wird nicht gefunden.</translation>
    </message>
    <message>
        <source>The answer does not say that the documents do not tell.</source>
        <translation>Die Antwort sagt nicht, dass die Dokumente nichts dazu sagen.</translation>
    </message>
    <message>
        <source>The answer is %1 like the expected one; %2 is needed.</source>
        <translation>Die Antwort gleicht der erwarteten zu %1; nötig sind %2.</translation>
    </message>
    <message>
        <source>The answer is not the expected one.</source>
        <translation>Die Antwort ist nicht die erwartete.</translation>
    </message>
    <message>
        <source>The tool %1 gave nothing to this turn.</source>
        <translation>Das Werkzeug %1 hat zu dieser Runde nichts beigetragen.</translation>
    </message>
    <message>
        <source>%1 is not cited.</source>
        <translation>%1 wird nicht zitiert.</translation>
    </message>
    <message>
        <source>%1 is below %2.</source>
        <translation>%1 liegt unter %2.</translation>
    </message>
    <message>
        <source>The judge gave no score.</source>
        <translation>Der Richter hat keinen Wert vergeben.</translation>
    </message>
    <message>
        <source>%1 ms is more than %2 ms.</source>
        <translation>%1 ms sind mehr als %2 ms.</translation>
    </message>
    <message>
        <source>%1 is more than %2.</source>
        <translation>%1 ist mehr als %2.</translation>
    </message>
    <message>
        <source>%1 tokens are more than %2.</source>
        <translation>%1 Tokens sind mehr als %2.</translation>
    </message>
    <message>
        <source>must be one of %1.</source>
        <translation>muss eines von %1 sein.</translation>
    </message>
    <message>
        <source>must be %1, not %2.</source>
        <translation>muss %1 sein, nicht %2.</translation>
    </message>
    <message>
        <source>is no key of a suite.</source>
        <translation>ist kein Schlüssel einer Suite.</translation>
    </message>
    <message>
        <source>A scenario needs a question.</source>
        <translation>Ein Szenario braucht eine Frage.</translation>
    </message>
    <message>
        <source>A scenario needs an id.</source>
        <translation>Ein Szenario braucht eine id.</translation>
    </message>
    <message>
        <source>“%1” is the id of an earlier scenario.</source>
        <translation>„%1“ ist die id eines früheren Szenarios.</translation>
    </message>
    <message>
        <source>holds an empty text.</source>
        <translation>enthält einen leeren Text.</translation>
    </message>
    <message>
        <source>must lie between %1 and %2.</source>
        <translation>muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>is no pattern (%1).</source>
        <translation>ist kein Muster (%1).</translation>
    </message>
    <message>
        <source>The suite cannot be read: %1</source>
        <translation>Die Suite kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The suite holds no scenario.</source>
        <translation>Die Suite enthält kein Szenario.</translation>
    </message>
    <message>
        <source>it includes itself.</source>
        <translation>sie schließt sich selbst ein.</translation>
    </message>
    <message>
        <source>“%1” is the id of a scenario of %2.</source>
        <translation>„%1“ ist die id eines Szenarios von %2.</translation>
    </message>
    <message>
        <source>it holds no *.json file.</source>
        <translation>er enthält keine *.json-Datei.</translation>
    </message>
    <message>
        <source>This is a test file of promptfoo: `assay eval import` makes a suite of it.</source>
        <translation>Das ist eine Testdatei von promptfoo: `assay eval import` macht eine Suite daraus.</translation>
    </message>
    <message>
        <source>There is no suite and no file of this name. Suites that come with Assay: %1.</source>
        <translation>Es gibt keine Suite und keine Datei dieses Namens. Suiten, die Assay mitbringt: %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>“%1” cannot name a file.</source>
        <translation>„%1“ taugt nicht als Dateiname.</translation>
    </message>
    <message>
        <source>The offline judge does not measure this; choose a model as judge.</source>
        <translation>Der Offline-Richter misst das nicht; wählen Sie ein Modell als Richter.</translation>
    </message>
    <message>
        <source>The file is larger than %1 KiB.</source>
        <translation>Die Datei ist größer als %1 KiB.</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1).</source>
        <translation>Das ist kein gültiges JSON (%1).</translation>
    </message>
    <message>
        <source>the predictor that comes with Assay</source>
        <translation>der Prädiktor, der mit Assay kommt</translation>
    </message>
    <message>
        <source>Without a canary set the model is not deployed; --canary names one.</source>
        <translation>Ohne Probefragen wird das Modell nicht eingesetzt; --canary nennt welche.</translation>
    </message>
    <message>
        <source>On %1 canaries: accuracy %2 (in force: %3), log loss %4 (%5)</source>
        <translation>An %1 Probefragen: Trefferquote %2 (in Kraft: %3), Log-Loss %4 (%5)</translation>
    </message>
    <message>
        <source>That is worse than the model in force, so it was not deployed.</source>
        <translation>Das ist schlechter als das Modell in Kraft, deshalb wurde es nicht eingesetzt.</translation>
    </message>
    <message>
        <source>v%1 (%2) routes from the next turn on; before it was %3.</source>
        <translation>v%1 (%2) entscheidet vom nächsten Turn an; vorher war es %3.</translation>
    </message>
    <message>
        <source>From the next turn on it is %1 again, instead of v%2.</source>
        <translation>Vom nächsten Turn an ist es wieder %1 statt v%2.</translation>
    </message>
    <message>
        <source>No model was ever deployed: the predictor that comes with Assay routes.</source>
        <translation>Nie wurde ein Modell eingesetzt: Es entscheidet der Prädiktor, der mit Assay kommt.</translation>
    </message>
    <message>
        <source>rolled back from v%1 by %2</source>
        <translation>zurück von v%1 durch %2</translation>
    </message>
    <message>
        <source>deployed over v%1 by %2</source>
        <translation>eingesetzt statt v%1 von %2</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log-Loss</translation>
    </message>
    <message>
        <source>%1 examples: trained on %2, calibrated on %3, tried on %4 of other threads</source>
        <translation>%1 Beispiele: trainiert mit %2, kalibriert mit %3, geprüft an %4 aus anderen Threads</translation>
    </message>
    <message>
        <source>%1 examples do not tell what is to be predicted</source>
        <translation>%1 Beispiele sagen nicht, was vorherzusagen ist</translation>
    </message>
    <message>
        <source>Cross-validated accuracy %1 ± %2, C = %3, calibration: %4</source>
        <translation>Kreuzvalidierte Trefferquote %1 ± %2, C = %3, Kalibrierung: %4</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>Dieses Modell</translation>
    </message>
    <message>
        <source>Shipped predictor</source>
        <translation>Mitgelieferter Prädiktor</translation>
    </message>
    <message>
        <source>As predicted then</source>
        <translation>Damals vorhergesagt</translation>
    </message>
    <message>
        <source>Always the same</source>
        <translation>Immer dasselbe</translation>
    </message>
    <message>
        <source>It beats the shipped predictor.</source>
        <translation>Es schlägt den mitgelieferten Prädiktor.</translation>
    </message>
    <message>
        <source>It does not beat the baseline.</source>
        <translation>Es schlägt den Vergleich nicht.</translation>
    </message>
    <message>
        <source>%1 raises the confidence</source>
        <translation>%1 hebt die Konfidenz</translation>
    </message>
    <message>
        <source>%1 lowers the confidence</source>
        <translation>%1 senkt die Konfidenz</translation>
    </message>
    <message>
        <source>%1 examples, of which %2 tell how the fast model did, are in %3.</source>
        <translation>%1 Beispiele, von denen %2 sagen, wie das schnelle Modell war, stehen in %3.</translation>
    </message>
    <message>
        <source>The model %1 is in %2.</source>
        <translation>Das Modell %1 steht in %2.</translation>
    </message>
    <message>
        <source>No example tells what the model predicts.</source>
        <translation>Kein Beispiel sagt, was das Modell vorhersagt.</translation>
    </message>
    <message>
        <source>%1 is damaged. Put it aside: the predictor that comes with Assay routes then.</source>
        <translation>%1 ist beschädigt. Legen Sie es beiseite: Dann entscheidet der Prädiktor, der mit Assay kommt.</translation>
    </message>
    <message>
        <source>The canary set tells nothing of what the model predicts.</source>
        <translation>Die Probefragen sagen nichts über das, was das Modell vorhersagt.</translation>
    </message>
    <message>
        <source>This model predicts whether a tool is needed; only one that predicts the fast path can route turns.</source>
        <translation>Dieses Modell sagt vorher, ob ein Werkzeug nötig ist; nur eines, das den schnellen Weg vorhersagt, kann Turns leiten.</translation>
    </message>
    <message>
        <source>Another process is deploying a model. Try again.</source>
        <translation>Ein anderer Prozess setzt gerade ein Modell ein. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No model was deployed, so there is none to go back from.</source>
        <translation>Es wurde kein Modell eingesetzt, also gibt es keines, von dem man zurückginge.</translation>
    </message>
    <message>
        <source>This is no model of Assay&apos;s, or it is damaged. Train it again, or roll back.</source>
        <translation>Das ist kein Modell von Assay, oder es ist beschädigt. Trainieren Sie es neu, oder gehen Sie zurück.</translation>
    </message>
    <message>
        <source>The model %1 cannot be read: %2</source>
        <translation>Das Modell %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is too large to be a model.</source>
        <translation>%1 ist zu groß für ein Modell.</translation>
    </message>
    <message>
        <source>The model %1 cannot be written: %2</source>
        <translation>Das Modell %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Only %1 examples tell what is to be learned; training needs at least %2. Collect more turns, or let exploration run the fast model on more of them.</source>
        <translation>Nur %1 Beispiele sagen, was zu lernen ist; das Training braucht mindestens %2. Sammeln Sie mehr Turns, oder lassen Sie durch Erkundung mehr davon auf dem schnellen Modell laufen.</translation>
    </message>
    <message>
        <source>%1 of %2 examples say yes; of each class training needs at least %3. Nothing can be told apart otherwise.</source>
        <translation>%1 von %2 Beispielen sagen ja; von jeder Klasse braucht das Training mindestens %3. Sonst lässt sich nichts unterscheiden.</translation>
    </message>
    <message>
        <source>The examples come from too few threads to hold some of them out. Collect more, or choose another seed.</source>
        <translation>Die Beispiele kommen aus zu wenigen Threads, um einige zurückzuhalten. Sammeln Sie mehr, oder wählen Sie einen anderen Startwert.</translation>
    </message>
    <message>
        <source>Line %1: needs a query, tool_used and should_use_tool (true or false), and a quality_score from 0 to 1 or none.</source>
        <translation>Zeile %1: Nötig sind query, tool_used und should_use_tool (true oder false) sowie quality_score von 0 bis 1 oder keines.</translation>
    </message>
    <message>
        <source>The file holds no training example.</source>
        <translation>Die Datei enthält kein Trainingsbeispiel.</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Erkundung</translation>
    </message>
    <message>
        <source>Share of the turns that also run the tier that was not chosen, only to be recorded: what-if and training then know instead of guessing.</source>
        <translation>Anteil der Turns, die auch auf der nicht gewählten Stufe laufen, nur um aufgezeichnet zu werden: Was-wäre-wenn und Training wissen dann, statt zu raten.</translation>
    </message>
    <message>
        <source>Predictions get surer; these turns cost more and end later.</source>
        <translation>Vorhersagen werden sicherer; diese Turns kosten mehr und enden später.</translation>
    </message>
    <message>
        <source>Less is spent on learning; predictions get less sure.</source>
        <translation>Für das Lernen wird weniger ausgegeben; Vorhersagen werden unsicherer.</translation>
    </message>
    <message>
        <source>The settings cannot be used as they are.</source>
        <translation>Die Einstellungen lassen sich so nicht verwenden.</translation>
    </message>
    <message>
        <source>%1  %2  until %3  %4  %5</source>
        <translation>%1  %2  bis %3  %4  %5</translation>
    </message>
    <message>
        <source>Nothing is silenced.</source>
        <translation>Nichts ist stummgeschaltet.</translation>
    </message>
    <message>
        <source>No silence %1 is in force.</source>
        <translation>Eine Stummschaltung %1 gilt nicht.</translation>
    </message>
    <message>
        <source>“%1” is no length of time such as 30m or 4h.</source>
        <translation>„%1“ ist keine Zeitdauer wie 30m oder 4h.</translation>
    </message>
    <message>
        <source>mutes %1 that fire now; would have muted %2 of the last 7 days</source>
        <translation>schaltet %1 stumm, die jetzt auslösen; hätte %2 der letzten 7 Tage stummgeschaltet</translation>
    </message>
    <message>
        <source>Say who you are with --who: the history keeps a name.</source>
        <translation>Sagen Sie mit --who, wer Sie sind: Der Verlauf hält einen Namen fest.</translation>
    </message>
    <message>
        <source>%1, firing since %2: acknowledged by %3</source>
        <translation>%1, löst aus seit %2: bestätigt von %3</translation>
    </message>
    <message>
        <source>Nothing fires under “%1”. `assay alerts list` shows what does.</source>
        <translation>Unter „%1“ löst nichts aus. `assay alerts list` zeigt, was auslöst.</translation>
    </message>
    <message>
        <source>%1 is no rule file: it is larger than 1 MiB.</source>
        <translation>%1 ist keine Regeldatei: Sie ist größer als 1 MiB.</translation>
    </message>
    <message numerus="yes">
        <source>%n without a score</source>
        <translation>
            <numerusform>%n ohne Note</numerusform>
            <numerusform>%n ohne Note</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement with people: no turn with a judge&apos;s score is labelled good or bad yet.</source>
        <translation>Übereinstimmung mit Menschen: Noch ist kein Turn mit einer Note des Judges als gut oder schlecht markiert.</translation>
    </message>
    <message>
        <source>Agreement with people of %1: %2 of %3 labelled turns</source>
        <translation>Übereinstimmung von %1 mit Menschen: %2 von %3 markierten Turns</translation>
    </message>
    <message>
        <source>%1: %2 attacks on %3 questions, threshold %4</source>
        <translation>%1: %2 Angriffe auf %3 Fragen, Schwelle %4</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>lift</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>höchste</translation>
    </message>
    <message>
        <source>For scale: good answers score %1 (%2 of %3 pass), honest bad ones %4.</source>
        <translation>Zum Vergleich: Gute Antworten bekommen %1 (%2 von %3 bestehen), ehrliche schlechte %4.</translation>
    </message>
    <message>
        <source>Tricks gain more than chance explains.</source>
        <translation>Tricks gewinnen mehr, als der Zufall erklärt.</translation>
    </message>
    <message>
        <source>Over all, tricks gain nothing that can be told from chance.</source>
        <translation>Insgesamt gewinnen Tricks nichts, was sich vom Zufall unterscheiden lässt.</translation>
    </message>
    <message>
        <source>There are no attacks of the kind “%1”. There are: %2.</source>
        <translation>Angriffe der Art „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 von %2 Antworten</translation>
    </message>
    <message>
        <source>Prompt: %1 → %2</source>
        <translation>Prompt: %1 → %2</translation>
    </message>
    <message>
        <source>The offline judge reads no prompt: “%1” changes nothing in this run.</source>
        <translation>Der Offline-Judge liest keinen Prompt: „%1“ ändert an diesem Lauf nichts.</translation>
    </message>
    <message>
        <source>The offline models read no prompt: “%1” changes nothing in this run.</source>
        <translation>Die Offline-Modelle lesen keinen Prompt: „%1“ ändert an diesem Lauf nichts.</translation>
    </message>
    <message>
        <source>There is no prompt “%1”. There are: %2.</source>
        <translation>Den Prompt „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>“%1” must be a prompt&apos;s name, “=” and a version or file.</source>
        <translation>„%1“ muss der Name eines Prompts, „=“ und eine Version oder Datei sein.</translation>
    </message>
    <message>
        <source>No editor is named. Set EDITOR, or give the text with --file FILE or --file -.</source>
        <translation>Es ist kein Editor genannt. Setzen Sie EDITOR, oder geben Sie den Text mit --file DATEI oder --file - an.</translation>
    </message>
    <message>
        <source>The editor %1 failed, so nothing was kept.</source>
        <translation>Der Editor %1 schlug fehl, daher wurde nichts behalten.</translation>
    </message>
    <message>
        <source>Kept as version %1 (%2). To put it in force: assay prompts promote %3 %1</source>
        <translation>Als Version %1 (%2) behalten. In Kraft setzen: assay prompts promote %3 %1</translation>
    </message>
    <message>
        <source>This is version %1, so nothing new was kept.</source>
        <translation>Das ist Version %1, daher wurde nichts Neues behalten.</translation>
    </message>
    <message>
        <source>Turn %1 has no answer.</source>
        <translation>Turn %1 hat keine Antwort.</translation>
    </message>
    <message>
        <source>Nothing was kept. Your text is in %1.</source>
        <translation>Nichts wurde behalten. Ihr Text steht in %1.</translation>
    </message>
    <message>
        <source>This text is no version yet: keep it with `assay prompts edit` first.</source>
        <translation>Dieser Text ist noch keine Version: Behalten Sie ihn zuerst mit `assay prompts edit`.</translation>
    </message>
    <message>
        <source>%1 v%2 (%3) is in force from the next turn on; before it was v%4.</source>
        <translation>%1 v%2 (%3) gilt ab dem nächsten Turn; vorher war es v%4.</translation>
    </message>
    <message>
        <source>From the next turn on %1 is v%2 (%3) again, instead of v%4.</source>
        <translation>Ab dem nächsten Turn ist %1 wieder v%2 (%3) statt v%4.</translation>
    </message>
    <message>
        <source>No turn with an answer is labelled good yet. Label some in Triage or Ask, or name turns with --turn.</source>
        <translation>Noch ist kein Turn mit einer Antwort als gut markiert. Markieren Sie welche in Triage oder Fragen, oder nennen Sie Turns mit --turn.</translation>
    </message>
    <message>
        <source>of %1 · %2</source>
        <translation>von %1 · %2</translation>
    </message>
    <message>
        <source>kept as v%1 by %2</source>
        <translation>als v%1 behalten von %2</translation>
    </message>
    <message>
        <source>v%1 in force instead of v%2, by %3</source>
        <translation>v%1 gilt statt v%2, durch %3</translation>
    </message>
    <message>
        <source>back from v%1 to v%2, by %3</source>
        <translation>zurück von v%1 zu v%2, durch %3</translation>
    </message>
    <message>
        <source>The two are the same text.</source>
        <translation>Beide sind derselbe Text.</translation>
    </message>
    <message>
        <source>Nothing was ever changed: the prompts that come with Assay are in force.</source>
        <translation>Es wurde nie etwas geändert: Die Prompts, die mit Assay kommen, gelten.</translation>
    </message>
    <message>
        <source>Give a number from 1 to %1 after “nearest”.</source>
        <translation>Nach „nearest“ steht eine Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>No question stands before this answer.</source>
        <translation>Vor dieser Antwort steht keine Frage.</translation>
    </message>
    <message>
        <source>“%1” is no mark: use “nearest N”, “question ID” and “answer”.</source>
        <translation>„%1“ ist keine Marke: Es gibt „nearest N“, „question ID“ und „answer“.</translation>
    </message>
    <message>
        <source>The example before this line lacks its question or its answer.</source>
        <translation>Dem Beispiel vor dieser Zeile fehlt die Frage oder die Antwort.</translation>
    </message>
    <message>
        <source>There are %1 examples; at most %2 are kept.</source>
        <translation>Es sind %1 Beispiele; höchstens %2 werden behalten.</translation>
    </message>
    <message>
        <source>Nothing is filled in for %1 here.</source>
        <translation>Für %1 wird hier nichts eingesetzt.</translation>
    </message>
    <message>
        <source>There is no version %1 of the prompt “%2”.</source>
        <translation>Version %1 des Prompts „%2“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is damaged in line %2. Put it aside: the prompts that come with Assay are in force then.</source>
        <translation>%1 ist in Zeile %2 beschädigt. Legen Sie die Datei beiseite: Dann gelten die Prompts, die mit Assay kommen.</translation>
    </message>
    <message>
        <source>comes with Assay</source>
        <translation>kommt mit Assay</translation>
    </message>
    <message>
        <source>%1 is not the text that was kept. Roll back, or keep the text again.</source>
        <translation>%1 ist nicht der Text, der behalten wurde. Gehen Sie zurück, oder behalten Sie den Text noch einmal.</translation>
    </message>
    <message>
        <source>Another process is changing the prompts. Try again.</source>
        <translation>Ein anderer Prozess ändert gerade die Prompts. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Version %1 is in force already.</source>
        <translation>Version %1 gilt bereits.</translation>
    </message>
    <message>
        <source>No version of “%1” was promoted, so there is none to go back from.</source>
        <translation>Von „%1“ wurde keine Version in Kraft gesetzt, also gibt es kein Zurück.</translation>
    </message>
    <message>
        <source>The turn has no attempt %1; it has %2.</source>
        <translation>Der Turn hat keinen Versuch %1; er hat %2.</translation>
    </message>
    <message>
        <source>Attempt %1 did not use this prompt, so nothing of it is in the text.</source>
        <translation>Versuch %1 hat diesen Prompt nicht benutzt, daher steht nichts davon im Text.</translation>
    </message>
    <message>
        <source>The turn has no attempt, so nothing was drafted.</source>
        <translation>Der Turn hat keinen Versuch, also wurde nichts entworfen.</translation>
    </message>
    <message>
        <source>No attempt of the turn used this prompt. This is what a retry with it would be sent.</source>
        <translation>Kein Versuch des Turns hat diesen Prompt benutzt. Dies würde einem neuen Versuch damit gesendet.</translation>
    </message>
    <message>
        <source>The turn found enough, so its question was not rewritten.</source>
        <translation>Der Turn fand genug, daher wurde seine Frage nicht umgeschrieben.</translation>
    </message>
    <message>
        <source>Nothing was drafted in attempt %1.</source>
        <translation>In Versuch %1 wurde nichts entworfen.</translation>
    </message>
    <message>
        <source>The code 0123… stands for a secret that is new for every call.</source>
        <translation>Der Code 0123… steht für ein Geheimnis, das bei jedem Aufruf neu ist.</translation>
    </message>
    <message>
        <source>This template takes no placeholder.</source>
        <translation>Diese Vorlage kennt keinen Platzhalter.</translation>
    </message>
    <message>
        <source>It may hold %1.</source>
        <translation>Sie darf %1 enthalten.</translation>
    </message>
    <message>
        <source>Placeholders have two braces: write %1.</source>
        <translation>Platzhalter haben zwei Klammern: Schreiben Sie %1.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is missing in the part “%2”.</source>
        <translation>%1 fehlt im Teil „%2“.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Verbessern</translation>
    </message>
    <message>
        <source>Force tool</source>
        <translation>Werkzeug erzwingen</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>Umschreiben</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Tells the model who it is and how it answers; stands first in every draft.</source>
        <translation>Sagt dem Modell, wer es ist und wie es antwortet; steht am Anfang jedes Entwurfs.</translation>
    </message>
    <message>
        <source>The stricter instruction of a retry with a stronger prompt.</source>
        <translation>Die strengere Anweisung eines neuen Versuchs mit stärkerem Prompt.</translation>
    </message>
    <message>
        <source>Asks to improve the answer before.</source>
        <translation>Bittet darum, die vorige Antwort zu verbessern.</translation>
    </message>
    <message>
        <source>Insists on the results of the tools after they were ignored.</source>
        <translation>Besteht auf den Ergebnissen der Werkzeuge, nachdem sie übergangen wurden.</translation>
    </message>
    <message>
        <source>The rubric a judge model scores answers by.</source>
        <translation>Die Rubrik, nach der ein Judge-Modell Antworten benotet.</translation>
    </message>
    <message>
        <source>Makes a search query of a question that found too little; asked of the fast model.</source>
        <translation>Macht aus einer Frage, die zu wenig fand, eine Suchanfrage; wird dem schnellen Modell gestellt.</translation>
    </message>
    <message>
        <source>Good answers, filled in where a prompt says {{examples}}.</source>
        <translation>Gute Antworten, eingesetzt, wo ein Prompt {{examples}} sagt.</translation>
    </message>
    <message>
        <source>The text has %1 characters; at most %2 are kept.</source>
        <translation>Der Text hat %1 Zeichen; höchstens %2 werden behalten.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>The line “--- %1 ---” must stand here once, before its part.</source>
        <translation>Die Zeile „--- %1 ---“ muss hier einmal stehen, vor ihrem Teil.</translation>
    </message>
    <message>
        <source>%1, not kept (%2)</source>
        <translation>%1, nicht behalten (%2)</translation>
    </message>
    <message>
        <source>The set of attacks is damaged: %1</source>
        <translation>Die Sammlung der Angriffe ist beschädigt: %1</translation>
    </message>
    <message>
        <source>a base lacks its id, question or an answer</source>
        <translation>einer Grundlage fehlt die Kennung, die Frage oder eine Antwort</translation>
    </message>
    <message>
        <source>Null answers</source>
        <translation>Nullantworten</translation>
    </message>
    <message>
        <source>Rubric overrides</source>
        <translation>Umgeschriebene Rubrik</translation>
    </message>
    <message>
        <source>Flattery</source>
        <translation>Schmeichelei</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Fences and roles</source>
        <translation>Zäune und Rollen</translation>
    </message>
    <message>
        <source>Fake scores</source>
        <translation>Falsche Noten</translation>
    </message>
    <message>
        <source>Role play</source>
        <translation>Rollenspiel</translation>
    </message>
    <message>
        <source>Unicode tricks</source>
        <translation>Unicode-Tricks</translation>
    </message>
    <message>
        <source>Empty citations</source>
        <translation>Leere Belege</translation>
    </message>
    <message>
        <source>Echoed question</source>
        <translation>Wiederholte Frage</translation>
    </message>
    <message>
        <source>attack %1 lacks an id of its own, its kind, base or text</source>
        <translation>Angriff %1 fehlt eine eigene Kennung, die Art, die Grundlage oder der Text</translation>
    </message>
    <message>
        <source>it holds no attack</source>
        <translation>sie enthält keinen Angriff</translation>
    </message>
    <message>
        <source>The attacks on the judge are missing in this build; reinstall Assay.</source>
        <translation>Die Angriffe auf den Judge fehlen in dieser Installation; installieren Sie Assay neu.</translation>
    </message>
    <message>
        <source>This is no report of attacks on a judge.</source>
        <translation>Das ist kein Bericht über Angriffe auf einen Judge.</translation>
    </message>
    <message>
        <source>its prompts are others</source>
        <translation>seine Prompts sind andere</translation>
    </message>
    <message>
        <source>in German</source>
        <translation>auf Deutsch</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>auf Englisch</translation>
    </message>
    <message>
        <source>All attacks</source>
        <translation>Alle Angriffe</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 answers; no figure is made of a part.</source>
        <translation>Nach %1 von %2 Antworten angehalten; aus einem Teil wird keine Zahl gemacht.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>The attacks were not run yet.</source>
        <translation>Die Angriffe sind noch nicht gelaufen.</translation>
    </message>
    <message>
        <source>Something is being tried already. Wait for it, or stop it.</source>
        <translation>Es wird schon etwas ausprobiert. Warten Sie darauf, oder halten Sie es an.</translation>
    </message>
    <message>
        <source>The offline judge reads no prompt, so another rubric changes nothing. Choose a model as judge to try it.</source>
        <translation>Der Offline-Judge liest keinen Prompt, daher ändert eine andere Rubrik nichts. Wählen Sie ein Modell als Judge, um sie auszuprobieren.</translation>
    </message>
    <message>
        <source>The offline models read no prompt, so another text changes nothing. Choose a model of a provider to try it.</source>
        <translation>Die Offline-Modelle lesen keinen Prompt, daher ändert ein anderer Text nichts. Wählen Sie das Modell eines Anbieters, um ihn auszuprobieren.</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 questions; nothing was compared.</source>
        <translation>Nach %1 von %2 Fragen angehalten; nichts wurde verglichen.</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB.</source>
        <translation>%1 ist größer als 64 MiB.</translation>
    </message>
    <message>
        <source>No turn tells yet both what was predicted and what came true.</source>
        <translation>Noch sagt kein Turn sowohl, was vorhergesagt war, als auch, was eintraf.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>%1 turns before, %2 in the last %3 days</source>
        <translation>%1 Turns davor, %2 in den letzten %3 Tagen</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>predicted − true</source>
        <translation>vorhergesagt − wahr</translation>
    </message>
    <message>
        <source>%1 turns before and %2 since: drift can be told from %3 of each on.</source>
        <translation>%1 Turns davor und %2 seither: Drift lässt sich ab je %3 angeben.</translation>
    </message>
    <message>
        <source>Training was stopped.</source>
        <translation>Das Training wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 ist zu groß.</translation>
    </message>
    <message>
        <source>There is no model in hand. Train one, or open a model file.</source>
        <translation>Es liegt kein Modell vor. Trainieren Sie eines oder öffnen Sie eine Modelldatei.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet. Collect the recorded turns first.</source>
        <translation>Es gibt noch nichts, woraus zu lernen wäre. Sammeln Sie zuerst die aufgezeichneten Turns.</translation>
    </message>
    <message>
        <source>Nothing was collected yet.</source>
        <translation>Noch ist nichts gesammelt.</translation>
    </message>
    <message>
        <source>Without a canary set the model is not deployed.</source>
        <translation>Ohne Probebeispiele wird das Modell nicht eingesetzt.</translation>
    </message>
    <message>
        <source>The file of v%1 tells nothing of how it was trained.</source>
        <translation>Die Datei von v%1 sagt nicht, wie es trainiert wurde.</translation>
    </message>
    <message>
        <source>%1 is no journal of an evaluation.</source>
        <translation>%1 ist kein Journal einer Auswertung.</translation>
    </message>
    <message>
        <source>A run is under way. Wait for it, or stop it.</source>
        <translation>Ein Lauf ist im Gange. Warten Sie auf ihn, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>This is no plan of an evaluation.</source>
        <translation>Das ist kein Plan einer Auswertung.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1 lies outside the folder of runs.</source>
        <translation>%1 liegt außerhalb des Ordners der Läufe.</translation>
    </message>
    <message>
        <source>A process writes this run. Stop it first.</source>
        <translation>Ein Prozess schreibt diesen Lauf. Halten Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>The queue of turns that somebody should look at.</source>
        <translation>Die Warteschlange der Turns, die sich jemand ansehen sollte.</translation>
    </message>
    <message>
        <source>Shared queue</source>
        <translation>Gemeinsame Warteschlange</translation>
    </message>
    <message>
        <source>PostgreSQL database through which several consoles work on one queue, as in postgresql://user@host/database; without password. Empty: the queue is this console&apos;s own.</source>
        <translation>PostgreSQL-Datenbank, über die mehrere Konsolen an einer Warteschlange arbeiten, wie postgresql://user@host/database; ohne Passwort. Leer: Die Warteschlange gehört dieser Konsole allein.</translation>
    </message>
    <message>
        <source>Shared queue&apos;s password</source>
        <translation>Passwort der gemeinsamen Warteschlange</translation>
    </message>
    <message>
        <source>Signs in to that database. PGPASSWORD and ~/.pgpass work too.</source>
        <translation>Meldet an dieser Datenbank an. PGPASSWORD und ~/.pgpass gehen auch.</translation>
    </message>
    <message>
        <source>The address of the shared queue is none that PostgreSQL understands. One looks like postgresql://user@host/database.</source>
        <translation>Die Adresse der gemeinsamen Warteschlange versteht PostgreSQL nicht. Eine sieht aus wie postgresql://user@host/database.</translation>
    </message>
    <message>
        <source>The address of the shared queue holds a password. Take it out and keep it in the keyring, in PGPASSWORD or in ~/.pgpass.</source>
        <translation>Die Adresse der gemeinsamen Warteschlange enthält ein Passwort. Es gehört in den Schlüsselbund, in PGPASSWORD oder in ~/.pgpass.</translation>
    </message>
    <message>
        <source>sslmode=%1 does not check whom it talks to. Leave it out, or say verify-full; an authority of your own goes into sslrootcert.</source>
        <translation>sslmode=%1 prüft nicht, mit wem gesprochen wird. Weglassen oder verify-full angeben; eine eigene Zertifizierungsstelle gehört in sslrootcert.</translation>
    </message>
    <message>
        <source>Another console holds the shared queue. Try again in a moment.</source>
        <translation>Eine andere Konsole hält die gemeinsame Warteschlange. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The shared queue does not answer: %1</source>
        <translation>Die gemeinsame Warteschlange antwortet nicht: %1</translation>
    </message>
    <message>
        <source>The shared queue cannot be reached: %1</source>
        <translation>Die gemeinsame Warteschlange ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>%1 was written by an older Assay (schema %2; this one reads %3). Open it once with assay gui or assay ingest, which bring it up to date.</source>
        <translation>%1 stammt von einem älteren Assay (Schema %2; dieses liest %3). Einmal mit assay gui oder assay ingest öffnen, die es auf den neuen Stand bringen.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Assay (schema %2; this one reads %3). Use that one.</source>
        <translation>%1 stammt von einem neueren Assay (Schema %2; dieses liest %3). Bitte jenes verwenden.</translation>
    </message>
</context>
<context>
    <name>AssayUi</name>
    <message>
        <source>The settings cannot be used as they are. Start with the defaults?</source>
        <translation>Die Einstellungen lassen sich so nicht verwenden. Mit den Standardwerten starten?</translation>
    </message>
    <message>
        <source>1 turn</source>
        <translation>1 Turn</translation>
    </message>
    <message numerus="yes">
        <source>%n turns</source>
        <translation>
            <numerusform>%n Turn</numerusform>
            <numerusform>%n Turns</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 pass</source>
        <translation>%1 von %2 bestanden</translation>
    </message>
    <message>
        <source>New thread</source>
        <translation>Neuer Thread</translation>
    </message>
    <message>
        <source>Thread: %1</source>
        <translation>Thread: %1</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Attempt %1 · %2 · %3</source>
        <translation>Versuch %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Attempt %1 · %2</source>
        <translation>Versuch %1 · %2</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Korrektheit</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Mängel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Compare attempts</source>
        <translation>Versuche vergleichen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Left answer</source>
        <translation>Linke Antwort</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Rechte Antwort</translation>
    </message>
    <message>
        <source>This turn has one answer; there is nothing to compare it with.</source>
        <translation>Dieser Turn hat eine Antwort; es gibt nichts, womit sie sich vergleichen ließe.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Turn %1: compare attempts</source>
        <translation>Turn %1: Versuche vergleichen</translation>
    </message>
    <message>
        <source>The retry changed</source>
        <translation>Die Wiederholung änderte</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Dual path</source>
        <translation>Dual Path</translation>
    </message>
    <message>
        <source>Multi-strategy</source>
        <translation>Multi-Strategie</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Ask about the knowledge base</source>
        <translation>Frage an die Wissensbasis</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>The pasted text has %L1 characters; the first %L2 were taken. At most %L3 are sent.</source>
        <translation>Der eingefügte Text hat %L1 Zeichen; die ersten %L2 wurden übernommen. Höchstens %L3 werden gesendet.</translation>
    </message>
    <message>
        <source>The question is full: at most %L1 characters are sent. Shorten it first.</source>
        <translation>Die Frage ist voll: Höchstens %L1 Zeichen werden gesendet. Kürzen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The question is empty; nothing was sent. Write one first.</source>
        <translation>Die Frage ist leer; es wurde nichts gesendet. Schreiben Sie zuerst eine.</translation>
    </message>
    <message>
        <source>The question has %L1 characters; at most %L2 are sent. Shorten it and send again.</source>
        <translation>Die Frage hat %L1 Zeichen; höchstens %L2 werden gesendet. Kürzen Sie sie und senden Sie erneut.</translation>
    </message>
    <message>
        <source>est. %L1 tokens</source>
        <translation>ca. %L1 Token</translation>
    </message>
    <message>
        <source>Profile %1, with values changed since</source>
        <translation>Profil %1, mit seither geänderten Werten</translation>
    </message>
    <message>
        <source>Profile: a named set of tuning values</source>
        <translation>Profil: ein benannter Satz von Tuning-Werten</translation>
    </message>
    <message>
        <source>Strategy: how the next answers are sought</source>
        <translation>Strategie: wie die nächsten Antworten gesucht werden</translation>
    </message>
    <message>
        <source>Sources: where passages come from</source>
        <translation>Quellen: woher Passagen kommen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>Strategy %1</source>
        <translation>Strategie %1</translation>
    </message>
    <message>
        <source>Sources %1</source>
        <translation>Quellen %1</translation>
    </message>
    <message>
        <source>the predicted confidence decides</source>
        <translation>die vorhergesagte Konfidenz entscheidet</translation>
    </message>
    <message>
        <source>direct and search side by side; costs both</source>
        <translation>direkt und mit Suche nebeneinander; kostet beides</translation>
    </message>
    <message>
        <source>several ways at once; a vote decides</source>
        <translation>mehrere Wege zugleich; eine Abstimmung entscheidet</translation>
    </message>
    <message>
        <source>What is the refund window and how long do card refunds take?</source>
        <translation>What is the refund window and how long do card refunds take?</translation>
    </message>
    <message>
        <source>Why should a duplicate charge never be fixed with a manual credit note?</source>
        <translation>Why should a duplicate charge never be fixed with a manual credit note?</translation>
    </message>
    <message>
        <source>How many API requests per minute does the Business plan allow?</source>
        <translation>How many API requests per minute does the Business plan allow?</translation>
    </message>
    <message>
        <source>What happens when raising the confidence threshold?</source>
        <translation>What happens when raising the confidence threshold?</translation>
    </message>
    <message>
        <source>Why should nobody lower the quality threshold during a judge outage?</source>
        <translation>Why should nobody lower the quality threshold during a judge outage?</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>Frage stellen</translation>
    </message>
    <message>
        <source>To begin with, from the bundled knowledge base:</source>
        <translation>Für den Anfang, aus der mitgelieferten Wissensbasis:</translation>
    </message>
    <message>
        <source>Offline mode: the embedded model answers from the local knowledge base; no network, no cost.</source>
        <translation>Offline-Modus: Das eingebettete Modell antwortet aus der lokalen Wissensbasis; kein Netz, keine Kosten.</translation>
    </message>
    <message>
        <source>Answers come from %1; the judge scores each one against what was found.</source>
        <translation>Antworten kommen von %1; der Judge misst jede an dem, was gefunden wurde.</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>This thread could not be read.</source>
        <translation>Dieser Thread konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>Tool</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>Message content</source>
        <translation>Inhalt der Nachricht</translation>
    </message>
    <message>
        <source>No messages of this turn are in the log.</source>
        <translation>Das Log enthält keine Nachrichten dieses Turns.</translation>
    </message>
    <message>
        <source>Reading the messages of this turn</source>
        <translation>Die Nachrichten dieses Turns werden gelesen</translation>
    </message>
    <message>
        <source>The messages are written when the turn ends.</source>
        <translation>Die Nachrichten werden geschrieben, wenn der Turn endet.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Judge</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>%1 relevant</source>
        <translation>%1 relevant</translation>
    </message>
    <message>
        <source>%1 ambiguous</source>
        <translation>%1 unklar</translation>
    </message>
    <message>
        <source>%1 irrelevant</source>
        <translation>%1 irrelevant</translation>
    </message>
    <message>
        <source>needs a human</source>
        <translation>manuell prüfen</translation>
    </message>
    <message>
        <source>Attempt %1: %2 by %3, %4</source>
        <translation>Versuch %1: %2 von %3, %4</translation>
    </message>
    <message>
        <source>%1, returned</source>
        <translation>%1, zurückgegeben</translation>
    </message>
    <message>
        <source>relevant</source>
        <translation>relevant</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>irrelevant</source>
        <translation>irrelevant</translation>
    </message>
    <message>
        <source>%1 (failed)</source>
        <translation>%1 (Fehler)</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Raw turn</source>
        <translation>Roher Turn</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Select a turn to see how it was answered.</source>
        <translation>Wählen Sie einen Turn, um zu sehen, wie er beantwortet wurde.</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>Turn %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>not gated</source>
        <translation>ohne Gate</translation>
    </message>
    <message>
        <source>best, but below %1</source>
        <translation>beste, aber unter %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>kein Score</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 of max %2</source>
        <translation>%1 von max. %2</translation>
    </message>
    <message>
        <source>Retry changed</source>
        <translation>Wiederholung änderte</translation>
    </message>
    <message>
        <source>Retry %1 changed</source>
        <translation>Wiederholung %1 änderte</translation>
    </message>
    <message>
        <source>cited</source>
        <translation>zitiert</translation>
    </message>
    <message>
        <source>cited %1</source>
        <translation>%1 × zitiert</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>ungenutzt</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Retrieve</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Tool context</source>
        <translation>Tool-Kontext</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Σ %1</source>
        <translation>Σ %1</translation>
    </message>
    <message>
        <source>ignored tool result</source>
        <translation>überging Tool-Ergebnis</translation>
    </message>
    <message>
        <source>no citations</source>
        <translation>keine Zitate</translation>
    </message>
    <message>
        <source>incomplete coverage</source>
        <translation>lückenhafte Abdeckung</translation>
    </message>
    <message>
        <source>low accuracy</source>
        <translation>geringe Korrektheit</translation>
    </message>
    <message>
        <source>low relevance</source>
        <translation>geringe Relevanz</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>empty answer</source>
        <translation>leere Antwort</translation>
    </message>
    <message>
        <source>one-word answer</source>
        <translation>Ein-Wort-Antwort</translation>
    </message>
    <message>
        <source>scores contradict</source>
        <translation>Scores widersprechen sich</translation>
    </message>
    <message>
        <source>question length</source>
        <translation>Länge der Frage</translation>
    </message>
    <message>
        <source>very short question</source>
        <translation>sehr kurze Frage</translation>
    </message>
    <message>
        <source>unusual length</source>
        <translation>ungewöhnliche Länge</translation>
    </message>
    <message>
        <source>complexity</source>
        <translation>Komplexität</translation>
    </message>
    <message>
        <source>specific terms</source>
        <translation>Fachbegriffe</translation>
    </message>
    <message>
        <source>ambiguity</source>
        <translation>Mehrdeutigkeit</translation>
    </message>
    <message>
        <source>asks for documentation</source>
        <translation>fragt nach Dokumentation</translation>
    </message>
    <message>
        <source>names a version</source>
        <translation>nennt eine Version</translation>
    </message>
    <message>
        <source>asks for a fact</source>
        <translation>fragt nach einem Fakt</translation>
    </message>
    <message>
        <source>asks how to</source>
        <translation>fragt nach dem Wie</translation>
    </message>
    <message>
        <source>several questions in one</source>
        <translation>mehrere Fragen in einer</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Prompt leak</source>
        <translation>Prompt-Leck</translation>
    </message>
    <message>
        <source>Complete text</source>
        <translation>Vollständiger Text</translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation>Mittelwert von %1</translation>
    </message>
    <message>
        <source>median of %1</source>
        <translation>Median von %1</translation>
    </message>
    <message>
        <source>majority of %1</source>
        <translation>Mehrheit von %1</translation>
    </message>
    <message>
        <source>lowest of %1</source>
        <translation>Minimum von %1</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>premium</source>
        <translation>Premium</translation>
    </message>
    <message>
        <source>disagreement %1</source>
        <translation>Uneinigkeit %1</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>lowered by</source>
        <translation>gesenkt durch</translation>
    </message>
    <message>
        <source>raised by</source>
        <translation>erhöht durch</translation>
    </message>
    <message>
        <source>Searched again</source>
        <translation>Erneut gesucht</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>no profile</source>
        <translation>kein Profil</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>rev. %1</source>
        <translation>Rev. %1</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>validator off</source>
        <translation>Prüfung aus</translation>
    </message>
    <message>
        <source>uses what was found</source>
        <translation>nutzt das Gefundene</translation>
    </message>
    <message>
        <source>ignores what was found: “%1”</source>
        <translation>übergeht das Gefundene: „%1“</translation>
    </message>
    <message>
        <source>cites nothing</source>
        <translation>zitiert nichts</translation>
    </message>
    <message>
        <source>Tool results</source>
        <translation>Tool-Ergebnisse</translation>
    </message>
    <message>
        <source>all %1 usable</source>
        <translation>alle %1 brauchbar</translation>
    </message>
    <message>
        <source>%1 of %2 unusable</source>
        <translation>%1 von %2 unbrauchbar</translation>
    </message>
    <message>
        <source>QA checks</source>
        <translation>QA-Prüfungen</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Own estimate</source>
        <translation>Eigene Schätzung</translation>
    </message>
    <message>
        <source>what the draft said of itself</source>
        <translation>was der Entwurf von sich selbst sagte</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all of it, also what is not shown</source>
        <translation>Alles kopieren, auch was nicht gezeigt wird</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Save label</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Note (what is good or wrong about it)</source>
        <translation>Notiz (was daran gut oder falsch ist)</translation>
    </message>
    <message>
        <source>Note to the label</source>
        <translation>Notiz zum Label</translation>
    </message>
    <message>
        <source>Label this turn</source>
        <translation>Label für diesen Turn</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>%1 message</source>
        <translation>Nachricht: %1</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Es wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Copy all messages of this draft</source>
        <translation>Alle Nachrichten dieses Entwurfs kopieren</translation>
    </message>
    <message>
        <source>… %1 more, see Raw.</source>
        <translation>… %1 weitere, siehe „Roh“.</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Shown as the turn saw it. %1</source>
        <translation>Gezeigt, wie der Turn sie sah. %1</translation>
    </message>
    <message>
        <source>Search threads</source>
        <translation>Threads durchsuchen</translation>
    </message>
    <message>
        <source>No thread yet. Ask a question and it begins one.</source>
        <translation>Noch kein Thread. Stellen Sie eine Frage, und sie beginnt einen.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>The threads could not be read.</source>
        <translation>Die Threads konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No thread holds “%1”.</source>
        <translation>Kein Thread enthält „%1“.</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>overridden by %1</source>
        <translation>überschrieben durch %1</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Difference against the settings file</source>
        <translation>Unterschied zur Einstellungsdatei</translation>
    </message>
    <message>
        <source>The file has all that is in force: %1</source>
        <translation>Die Datei enthält alles, was in Kraft ist: %1</translation>
    </message>
    <message>
        <source>Not in %1</source>
        <translation>Nicht in %1</translation>
    </message>
    <message>
        <source>%1
In force: %2 (%3)</source>
        <translation>%1
In Kraft: %2 (%3)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Revision %1 in force; the next attempt obeys it.</source>
        <translation>Revision %1 in Kraft; der nächste Versuch folgt ihr.</translation>
    </message>
    <message>
        <source>Changes dropped; revision %1 stays in force.</source>
        <translation>Änderungen verworfen; Revision %1 bleibt in Kraft.</translation>
    </message>
    <message>
        <source>Back to the file: revision %1 in force.</source>
        <translation>Zurück zur Datei: Revision %1 in Kraft.</translation>
    </message>
    <message>
        <source>Undone: %1. Revision %2 in force.</source>
        <translation>Rückgängig: %1. Revision %2 in Kraft.</translation>
    </message>
    <message>
        <source>Done again: %1. Revision %2 in force.</source>
        <translation>Wiederhergestellt: %1. Revision %2 in Kraft.</translation>
    </message>
    <message>
        <source>Profile %1 in force, revision %2.</source>
        <translation>Profil %1 in Kraft, Revision %2.</translation>
    </message>
    <message>
        <source>1 unsaved change was dropped.</source>
        <translation>1 nicht gespeicherte Änderung wurde verworfen.</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes were dropped.</source>
        <translation>
            <numerusform>%n nicht gespeicherte Änderung wurde verworfen.</numerusform>
            <numerusform>%n nicht gespeicherte Änderungen wurden verworfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has all of it already.</source>
        <translation>Die Datei enthält das alles schon.</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>In %1 gespeichert.</translation>
    </message>
    <message>
        <source>Profile %1 saved.</source>
        <translation>Profil %1 gespeichert.</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>Tuning</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Committee of %1</source>
        <translation>Komitee von %1</translation>
    </message>
    <message>
        <source>1 unsaved change</source>
        <translation>1 offene Änderung</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes</source>
        <translation>
            <numerusform>%n offene Änderung</numerusform>
            <numerusform>%n offene Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not in the file</source>
        <translation>
            <numerusform>%n nicht in der Datei</numerusform>
            <numerusform>%n nicht in der Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: show the difference against the settings file</source>
        <translation>%1: Unterschied zur Einstellungsdatei zeigen</translation>
    </message>
    <message>
        <source>Choose a profile</source>
        <translation>Profil wählen</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Enter keeps all tuning values under this name; Esc leaves.</source>
        <translation>Enter speichert alle Tuning-Werte unter diesem Namen; Esc verlässt das Feld.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erfolgt</translation>
    </message>
    <message>
        <source>What applying does</source>
        <translation>Was Anwenden bewirkt</translation>
    </message>
    <message>
        <source>Revision %1 in force</source>
        <translation>Revision %1 in Kraft</translation>
    </message>
    <message>
        <source>Move a control: what applying it does is said here first.</source>
        <translation>Bewegen Sie einen Regler: Was das Anwenden bewirkt, steht zuerst hier.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>Apply, and write what the file does not have to %1</source>
        <translation>Anwenden und in %1 schreiben, was dort fehlt</translation>
    </message>
    <message>
        <source>Save as profile…</source>
        <translation>Als Profil speichern…</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Turn %1: %2</source>
        <translation>Turn %1: %2</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Kein Score</translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>Quelle %1: %2</translation>
    </message>
    <message>
        <source>Turn %1, %2</source>
        <translation>Turn %1, %2</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Choosing</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Retrieving</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Checking tools</source>
        <translation>Tool-Prüfung</translation>
    </message>
    <message>
        <source>Drafting</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>search first</source>
        <translation>erst suchen</translation>
    </message>
    <message>
        <source>dual path</source>
        <translation>Dual Path</translation>
    </message>
    <message>
        <source>multi-strategy</source>
        <translation>Multi-Strategie</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 min</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>1 attempt</source>
        <translation>1 Versuch</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>%1 · attempt %2</source>
        <translation>%1 · Versuch %2</translation>
    </message>
    <message>
        <source>Stopped by the operator.</source>
        <translation>Vom Bediener angehalten.</translation>
    </message>
    <message>
        <source>The turn ended without an answer and gave no reason. Ask again with R.</source>
        <translation>Der Turn endete ohne Antwort und nannte keinen Grund. Fragen Sie mit R erneut.</translation>
    </message>
    <message>
        <source>%1 is below the threshold %2</source>
        <translation>%1 liegt unter der Schwelle %2</translation>
    </message>
    <message>
        <source>The gate held this answer back</source>
        <translation>Das Gate hielt diese Antwort zurück</translation>
    </message>
    <message numerus="yes">
        <source>%1; best of %n attempts</source>
        <translation>
            <numerusform>%1; beste aus %n Versuch</numerusform>
            <numerusform>%1; beste aus %n Versuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Go to Ask</source>
        <translation>„Fragen“ öffnen</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Switch between dark and light</source>
        <translation>Zwischen dunkel und hell wechseln</translation>
    </message>
    <message>
        <source>Redo the tuning change</source>
        <translation>Tuning-Änderung wiederherstellen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Write a question</source>
        <translation>Frage schreiben</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Inspektor ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Inspector: pipeline and scores</source>
        <translation>Inspektor: Pipeline und Scores</translation>
    </message>
    <message>
        <source>Inspector: prompt as sent</source>
        <translation>Inspektor: Prompt wie gesendet</translation>
    </message>
    <message>
        <source>Inspector: events</source>
        <translation>Inspektor: Ereignisse</translation>
    </message>
    <message>
        <source>Inspector: raw turn</source>
        <translation>Inspektor: roher Turn</translation>
    </message>
    <message>
        <source>Tune the cascade</source>
        <translation>Kaskade einstellen</translation>
    </message>
    <message>
        <source>Apply the tuning</source>
        <translation>Tuning anwenden</translation>
    </message>
    <message>
        <source>Revert the tuning</source>
        <translation>Tuning verwerfen</translation>
    </message>
    <message>
        <source>Save the tuning to the settings file</source>
        <translation>Tuning in die Datei speichern</translation>
    </message>
    <message>
        <source>Save the tuning as a profile</source>
        <translation>Tuning als Profil speichern</translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation>Nächster Turn</translation>
    </message>
    <message>
        <source>Previous turn</source>
        <translation>Voriger Turn</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Label good</source>
        <translation>Als gut markieren</translation>
    </message>
    <message>
        <source>Label bad</source>
        <translation>Als schlecht markieren</translation>
    </message>
    <message>
        <source>Label with a note</source>
        <translation>Label mit Notiz</translation>
    </message>
    <message>
        <source>Compare two attempts</source>
        <translation>Zwei Versuche vergleichen</translation>
    </message>
    <message>
        <source>Open the first cited source</source>
        <translation>Erste zitierte Quelle öffnen</translation>
    </message>
    <message>
        <source>Copy the turn as JSON</source>
        <translation>Turn als JSON kopieren</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In Ask</source>
        <translation>In „Fragen“</translation>
    </message>
    <message>
        <source>On a turn, outside text fields</source>
        <translation>Auf einem Turn, außerhalb von Textfeldern</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more characters</source>
        <translation>
            <numerusform>… %Ln weiteres Zeichen</numerusform>
            <numerusform>… %Ln weitere Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <translation>%1: %2 ms</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Fast model</source>
        <translation>Schnelles Modell</translation>
    </message>
    <message>
        <source>Premium model</source>
        <translation>Premium-Modell</translation>
    </message>
    <message>
        <source>Judge model</source>
        <translation>Judge-Modell</translation>
    </message>
    <message>
        <source>Look for local servers</source>
        <translation>Lokale Server suchen</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Test connection to the model of: %1</source>
        <translation>Verbindung zum Modell testen: %1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Fragt…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>No local server answers on the usual ports.</source>
        <translation>Kein lokaler Server antwortet auf den üblichen Ports.</translation>
    </message>
    <message numerus="yes">
        <source>%n local server(s) found. Nothing is sent to one unless you use it.</source>
        <translation>
            <numerusform>%n lokaler Server gefunden. An ihn wird nichts gesendet, solange Sie ihn nicht verwenden.</numerusform>
            <numerusform>%n lokale Server gefunden. An keinen wird etwas gesendet, solange Sie ihn nicht verwenden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nutzen</translation>
    </message>
    <message>
        <source>%1 is in use.</source>
        <translation>%1 wird genutzt.</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>nach Neustart</translation>
    </message>
    <message>
        <source>The file says %1.</source>
        <translation>In der Datei steht %1.</translation>
    </message>
    <message>
        <source>%1 At the next start %2 wins over the file.</source>
        <translation>%1 Beim nächsten Start gilt %2 vor der Datei.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Paste a new key</source>
        <translation>Neuen Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Store %1</source>
        <translation>%1 ablegen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation>Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>From environment %1, which goes before the keyring.</source>
        <translation>Aus der Umgebung %1, die vor dem Schlüsselbund gilt.</translation>
    </message>
    <message>
        <source>Stored in the keyring.</source>
        <translation>Im Schlüsselbund abgelegt.</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Nicht gesetzt.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Chapters of the settings</source>
        <translation>Kapitel der Einstellungen</translation>
    </message>
    <message>
        <source>No setting matches “%1”.</source>
        <translation>Keine Einstellung passt zu „%1“.</translation>
    </message>
    <message>
        <source>all saved</source>
        <translation>alles gespeichert</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Esc closes. Ctrl+K finds every command by name.</source>
        <translation>Esc schließt. Ctrl+K findet jeden Befehl nach Namen.</translation>
    </message>
    <message>
        <source>Type a command, a thread, a setting or a profile</source>
        <translation>Befehl, Thread, Einstellung oder Profil eingeben</translation>
    </message>
    <message>
        <source>Nothing by that name. Esc closes.</source>
        <translation>Nichts mit diesem Namen. Esc schließt.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>Assay is closing.</source>
        <translation>Assay wird geschlossen.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>Nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Wiederhergestellt: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>A model server answers at %1. Nothing is sent to it unless you choose it.</source>
        <translation>Unter %1 antwortet ein Modellserver. Ihm wird nichts gesendet, solange Sie ihn nicht wählen.</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>Profil: %1</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Kern</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>Ausgaben heute</translation>
    </message>
    <message>
        <source>The thread is just being opened with its first question; send this one again in a moment.</source>
        <translation>Der Thread wird gerade mit seiner ersten Frage eröffnet; senden Sie diese gleich noch einmal.</translation>
    </message>
    <message>
        <source>Answer copied</source>
        <translation>Antwort kopiert</translation>
    </message>
    <message>
        <source>The answer cites %1, but nothing that was found bears this number.</source>
        <translation>Die Antwort zitiert %1, aber nichts Gefundenes trägt diese Nummer.</translation>
    </message>
    <message>
        <source>This turn cites no source.</source>
        <translation>Dieser Turn zitiert keine Quelle.</translation>
    </message>
    <message>
        <source>Turn %1: %2, %3 s</source>
        <translation>Turn %1: %2, %3 s</translation>
    </message>
    <message>
        <source>Local knowledge base</source>
        <translation>Lokale Wissensbasis</translation>
    </message>
    <message>
        <source>full-text index on this machine</source>
        <translation>Volltextindex auf diesem Rechner</translation>
    </message>
    <message>
        <source>no address in the settings</source>
        <translation>keine Adresse in den Einstellungen</translation>
    </message>
    <message>
        <source>Web search (Tavily)</source>
        <translation>Websuche (Tavily)</translation>
    </message>
    <message>
        <source>when too little is found elsewhere</source>
        <translation>wenn anderswo zu wenig gefunden wird</translation>
    </message>
    <message>
        <source>no key in the settings</source>
        <translation>kein Schlüssel in den Einstellungen</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>nicht in der Datei</translation>
    </message>
    <message numerus="yes">
        <source>in force; %n change(s) not in the file</source>
        <translation>
            <numerusform>in Kraft; %n Änderung nicht in der Datei</numerusform>
            <numerusform>in Kraft; %n Änderungen nicht in der Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>What may be typed here</source>
        <translation>Was hier stehen kann</translation>
    </message>
    <message>
        <source>Filter, such as: score &lt; 0.9 and issue = tool_results_ignored</source>
        <translation>Filter, etwa: score &lt; 0.9 and issue = tool_results_ignored</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>not a filter yet</source>
        <translation>noch kein Filter</translation>
    </message>
    <message>
        <source>off: press Enter to filter</source>
        <translation>aus: Enter filtert</translation>
    </message>
    <message>
        <source>no issues</source>
        <translation>keine Mängel</translation>
    </message>
    <message>
        <source>no passages</source>
        <translation>keine Passagen</translation>
    </message>
    <message>
        <source>profile %1 · %2</source>
        <translation>Profil %1 · %2</translation>
    </message>
    <message>
        <source>Profile %1 of the last start is in force; the settings file is unchanged.</source>
        <translation>Das Profil %1 des letzten Starts ist in Kraft; die Einstellungsdatei ist unverändert.</translation>
    </message>
    <message>
        <source>The profile %1 of the last start cannot be used, so the settings file is in force. %2</source>
        <translation>Das Profil %1 des letzten Starts lässt sich nicht verwenden, daher gilt die Einstellungsdatei. %2</translation>
    </message>
    <message>
        <source>Show in Events</source>
        <translation>In Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Frame or payload</source>
        <translation>Rahmen oder Nutzdaten</translation>
    </message>
    <message>
        <source>Reading the event</source>
        <translation>Lesen des Ereignisses</translation>
    </message>
    <message>
        <source>Choose a field or a byte.</source>
        <translation>Wählen Sie ein Feld oder ein Byte.</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Value copied</source>
        <translation>Wert kopiert</translation>
    </message>
    <message>
        <source>Copy field</source>
        <translation>Feld kopieren</translation>
    </message>
    <message>
        <source>Field copied</source>
        <translation>Feld kopiert</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>Pfad kopiert</translation>
    </message>
    <message>
        <source>Copy bytes as hex</source>
        <translation>Bytes hexadezimal kopieren</translation>
    </message>
    <message>
        <source>Bytes copied</source>
        <translation>Bytes kopiert</translation>
    </message>
    <message>
        <source>undecodable</source>
        <translation>nicht dekodierbar</translation>
    </message>
    <message>
        <source>tombstone</source>
        <translation>Löschmarke</translation>
    </message>
    <message>
        <source>no value: the key was deleted</source>
        <translation>kein Wert: Der Schlüssel wurde gelöscht</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n Partition</numerusform>
            <numerusform>%n Partitionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>%1 undecodable</source>
        <translation>%1 nicht dekodierbar</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>Rückstand %1</translation>
    </message>
    <message>
        <source>lag unknown</source>
        <translation>Rückstand unbekannt</translation>
    </message>
    <message>
        <source>Paused, %1 waiting</source>
        <translation>Angehalten, %1 warten</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n partition(s)</source>
        <translation>
            <numerusform>Liest %n Partition</numerusform>
            <numerusform>Liest %n Partitionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tailing %n partition(s)</source>
        <translation>
            <numerusform>Folgt %n Partition</numerusform>
            <numerusform>Folgt %n Partitionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Capture %1</source>
        <translation>Mitschnitt %1</translation>
    </message>
    <message>
        <source>Events cannot be read</source>
        <translation>Ereignisse sind nicht lesbar</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>deleted by retention</source>
        <translation>nach Ablauf gelöscht</translation>
    </message>
    <message>
        <source>removed by compaction</source>
        <translation>durch Verdichtung entfernt</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>von Ihnen ausgelassen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1, partition %2</source>
        <translation>%1, Partition %2</translation>
    </message>
    <message>
        <source>held: %1 to %2</source>
        <translation>vorhanden: %1 bis %2</translation>
    </message>
    <message>
        <source>read up to %1, lag %2</source>
        <translation>gelesen bis %1, Rückstand %2</translation>
    </message>
    <message>
        <source>%1: %2 from offset %3</source>
        <translation>%1: %2 ab Offset %3</translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation>fertig in %1</translation>
    </message>
    <message>
        <source>%1 on the wire</source>
        <translation>%1 übertragen</translation>
    </message>
    <message>
        <source>%1 decoded</source>
        <translation>%1 dekodiert</translation>
    </message>
    <message>
        <source>in the decoded payload</source>
        <translation>in den dekodierten Nutzdaten</translation>
    </message>
    <message>
        <source>in the frame, compressed</source>
        <translation>im Rahmen, komprimiert</translation>
    </message>
    <message>
        <source>in the frame</source>
        <translation>im Rahmen</translation>
    </message>
    <message>
        <source>%1: %2 at 0x%3 %4</source>
        <translation>%1: %2 bei 0x%3 %4</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>kept by %1</source>
        <translation>behalten wegen %1</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Offset %1</source>
        <translation>Offset %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Hier aufhören</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Keeps what has been read and goes on with new events. What lies between is left out and shows as a gap.</source>
        <translation>Behält, was gelesen wurde, und fährt mit neuen Ereignissen fort. Was dazwischen liegt, entfällt und erscheint als Lücke.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Keine Quelle</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Mitschnitt</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>Save capture</source>
        <translation>Mitschnitt speichern</translation>
    </message>
    <message>
        <source>Everything read</source>
        <translation>Alles Gelesene</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Das Gezeigte</translation>
    </message>
    <message>
        <source>From the chosen one</source>
        <translation>Ab dem gewählten</translation>
    </message>
    <message>
        <source>Take secrets out</source>
        <translation>Geheimes entfernen</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Take secrets out; the frames are then not as received</source>
        <translation>Geheimes entfernen; die Rahmen sind dann nicht wie empfangen</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Geben Sie der Datei einen Namen.</translation>
    </message>
    <message>
        <source>Captures (*.assaycap)</source>
        <translation>Mitschnitte (*.assaycap)</translation>
    </message>
    <message>
        <source>Open a capture</source>
        <translation>Mitschnitt öffnen</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Go to time (UTC)</source>
        <translation>Zu einer Zeit gehen (UTC)</translation>
    </message>
    <message>
        <source>Go to offset</source>
        <translation>Zu einem Offset gehen</translation>
    </message>
    <message>
        <source>Filter, for example: score &lt; 0.9 and issue = tool_results_ignored</source>
        <translation>Filter, zum Beispiel: score &lt; 0.9 and issue = tool_results_ignored</translation>
    </message>
    <message>
        <source>Choose an event to see its fields and bytes.</source>
        <translation>Wählen Sie ein Ereignis, um seine Felder und Bytes zu sehen.</translation>
    </message>
    <message>
        <source>%1 found, %2 of %3 looked at</source>
        <translation>%1 gefunden, %2 von %3 durchgesehen</translation>
    </message>
    <message>
        <source>None of %1 events matches “%2”.</source>
        <translation>Keines von %1 Ereignissen passt zu „%2“.</translation>
    </message>
    <message>
        <source>No source is open.</source>
        <translation>Es ist keine Quelle geöffnet.</translation>
    </message>
    <message>
        <source>The capture holds no events.</source>
        <translation>Der Mitschnitt enthält keine Ereignisse.</translation>
    </message>
    <message>
        <source>Nothing has been recorded on this machine yet. Ask a question and its events appear here.</source>
        <translation>Auf diesem Rechner wurde noch nichts aufgezeichnet. Stellen Sie eine Frage, dann erscheinen ihre Ereignisse hier.</translation>
    </message>
    <message>
        <source>The topic is empty. Events appear here as they arrive.</source>
        <translation>Das Topic ist leer. Ereignisse erscheinen hier, sobald sie eintreffen.</translation>
    </message>
    <message>
        <source>From a time…</source>
        <translation>Ab einer Zeit …</translation>
    </message>
    <message>
        <source>Write a time such as 14:06:31, 2026-11-21 14:06 or -15m.</source>
        <translation>Schreiben Sie eine Zeit wie 14:06:31, 2026-11-21 14:06 oder -15m.</translation>
    </message>
    <message>
        <source>From an offset…</source>
        <translation>Ab einem Offset …</translation>
    </message>
    <message>
        <source>Write an offset, or partition and offset such as 3 @ 918244.</source>
        <translation>Schreiben Sie einen Offset oder Partition und Offset wie 3 @ 918244.</translation>
    </message>
    <message>
        <source>Open a capture…</source>
        <translation>Mitschnitt öffnen …</translation>
    </message>
    <message>
        <source>Show only partition %1</source>
        <translation>Nur Partition %1 zeigen</translation>
    </message>
    <message>
        <source>Stop here and go to its end</source>
        <translation>Hier aufhören und zu ihrem Ende gehen</translation>
    </message>
    <message>
        <source>Show only this thread</source>
        <translation>Nur diesen Thread zeigen</translation>
    </message>
    <message>
        <source>%1 events saved to %2</source>
        <translation>%1 Ereignisse gespeichert in %2</translation>
    </message>
    <message>
        <source>Nothing that was read is so late. “Start at” reads from a time on.</source>
        <translation>Nichts Gelesenes ist so spät. „Beginn“ liest ab einer Zeit.</translation>
    </message>
    <message>
        <source>Partition %1 has no offset %2 among what is shown.</source>
        <translation>Partition %1 hat keinen Offset %2 unter dem Gezeigten.</translation>
    </message>
    <message>
        <source>The event is no longer in the log.</source>
        <translation>Das Ereignis ist nicht mehr im Protokoll.</translation>
    </message>
    <message>
        <source>Captures (*.assaycap);;All files (*)</source>
        <translation>Mitschnitte (*.assaycap);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Event copied</source>
        <translation>Ereignis kopiert</translation>
    </message>
    <message>
        <source>Decoded fields</source>
        <translation>Dekodierte Felder</translation>
    </message>
    <message>
        <source>%1 bytes at %2 highlighted</source>
        <translation>%1 Bytes bei %2 hervorgehoben</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>Partition %1</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>gap %1</source>
        <translation>Lücke %1</translation>
    </message>
    <message>
        <source>Go to Events</source>
        <translation>Zu Ereignisse wechseln</translation>
    </message>
    <message>
        <source>Save a capture</source>
        <translation>Mitschnitt speichern</translation>
    </message>
    <message>
        <source>Choose where events come from</source>
        <translation>Wählen, woher Ereignisse kommen</translation>
    </message>
    <message>
        <source>Copy the chosen event, field or bytes</source>
        <translation>Gewähltes Ereignis, Feld oder Bytes kopieren</translation>
    </message>
    <message>
        <source>Back to the list of events</source>
        <translation>Zurück zur Liste der Ereignisse</translation>
    </message>
    <message>
        <source>Pause or resume the list of events</source>
        <translation>Liste der Ereignisse anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Next event down</source>
        <translation>Nächstes Ereignis abwärts</translation>
    </message>
    <message>
        <source>Next event up</source>
        <translation>Nächstes Ereignis aufwärts</translation>
    </message>
    <message>
        <source>Go to the events of a time</source>
        <translation>Zu den Ereignissen einer Zeit gehen</translation>
    </message>
    <message>
        <source>Go to an offset</source>
        <translation>Zu einem Offset gehen</translation>
    </message>
    <message>
        <source>Go to the newest event</source>
        <translation>Zum neuesten Ereignis gehen</translation>
    </message>
    <message>
        <source>Open the event&apos;s turn in Ask</source>
        <translation>Zum Ereignis den Turn in Fragen öffnen</translation>
    </message>
    <message>
        <source>Show the frame or what it unpacks to</source>
        <translation>Rahmen oder entpackte Nutzdaten zeigen</translation>
    </message>
    <message>
        <source>Copy the event&apos;s line</source>
        <translation>Zeile des Ereignisses kopieren</translation>
    </message>
    <message>
        <source>Copy the event&apos;s bytes as hex</source>
        <translation>Bytes des Ereignisses hexadezimal kopieren</translation>
    </message>
    <message>
        <source>In Events</source>
        <translation>In Ereignisse</translation>
    </message>
    <message>
        <source>On an event, outside text fields</source>
        <translation>Auf einem Ereignis, außerhalb von Textfeldern</translation>
    </message>
    <message>
        <source>Test connection to Kafka</source>
        <translation>Verbindung zu Kafka testen</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird versucht…</translation>
    </message>
    <message>
        <source>Go to Triage</source>
        <translation>Zu Triage</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Save the view of the queue</source>
        <translation>Ansicht der Warteschlange speichern</translation>
    </message>
    <message>
        <source>Back to the triage queue</source>
        <translation>Zurück zur Triage-Warteschlange</translation>
    </message>
    <message>
        <source>Next turn in the queue</source>
        <translation>Nächster Turn der Warteschlange</translation>
    </message>
    <message>
        <source>Previous turn in the queue</source>
        <translation>Voriger Turn der Warteschlange</translation>
    </message>
    <message>
        <source>Resolve the turn, or open it again</source>
        <translation>Turn erledigen oder wieder öffnen</translation>
    </message>
    <message>
        <source>Label the turn bad, with a reason</source>
        <translation>Turn als schlecht markieren, mit Grund</translation>
    </message>
    <message>
        <source>Label the turn good, with a reason</source>
        <translation>Turn als gut markieren, mit Grund</translation>
    </message>
    <message>
        <source>Assign the turn</source>
        <translation>Turn zuweisen</translation>
    </message>
    <message>
        <source>Write a note to the turn</source>
        <translation>Notiz zum Turn schreiben</translation>
    </message>
    <message>
        <source>Snooze the turn</source>
        <translation>Turn zurückstellen</translation>
    </message>
    <message>
        <source>Re-run the turn with other settings and compare</source>
        <translation>Turn mit anderen Einstellungen neu ausführen und vergleichen</translation>
    </message>
    <message>
        <source>Ask the judge of the turn again</source>
        <translation>Den Judge des Turns erneut fragen</translation>
    </message>
    <message>
        <source>Choose the turn for what comes next</source>
        <translation>Turn für das Folgende auswählen</translation>
    </message>
    <message>
        <source>Choose every turn of the list</source>
        <translation>Alle Turns der Liste auswählen</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Warteschlange filtern</translation>
    </message>
    <message>
        <source>Show open, mine, snoozed or resolved turns</source>
        <translation>Offene, meine, zurückgestellte oder erledigte Turns zeigen</translation>
    </message>
    <message>
        <source>Group the queue</source>
        <translation>Warteschlange gruppieren</translation>
    </message>
    <message>
        <source>Saved views of the queue</source>
        <translation>Gespeicherte Ansichten der Warteschlange</translation>
    </message>
    <message>
        <source>Open the turn in Ask</source>
        <translation>Turn in Ask öffnen</translation>
    </message>
    <message>
        <source>Scroll the turn down</source>
        <translation>Turn nach unten rollen</translation>
    </message>
    <message>
        <source>Scroll the turn up</source>
        <translation>Turn nach oben rollen</translation>
    </message>
    <message>
        <source>In Triage</source>
        <translation>In Triage</translation>
    </message>
    <message>
        <source>On a turn of the queue, outside text fields</source>
        <translation>Auf einem Turn der Warteschlange, außerhalb von Textfeldern</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>turn %1</source>
        <translation>Turn %1</translation>
    </message>
    <message>
        <source>policy r%1, threshold %2</source>
        <translation>Policy r%1, Schwelle %2</translation>
    </message>
    <message>
        <source>judge %1</source>
        <translation>Judge %1</translation>
    </message>
    <message>
        <source>too close to call</source>
        <translation>zu knapp</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>wieder geöffnet</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>zugewiesen: %1</translation>
    </message>
    <message>
        <source>labelled good</source>
        <translation>als gut markiert</translation>
    </message>
    <message>
        <source>labelled bad</source>
        <translation>als schlecht markiert</translation>
    </message>
    <message>
        <source>alert %1</source>
        <translation>Alarm %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>It says “%1” although a tool returned a result.</source>
        <translation>Sie sagt „%1“, obwohl ein Werkzeug ein Ergebnis lieferte.</translation>
    </message>
    <message>
        <source>Re-run: %1</source>
        <translation>Neuer Lauf: %1</translation>
    </message>
    <message>
        <source>Running …</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>ring as sent, bar re-run, %1</source>
        <translation>Ring wie gesendet, Balken neuer Lauf, %1</translation>
    </message>
    <message>
        <source>ring attempt 1, %1</source>
        <translation>Ring Versuch 1, %1</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>The judge gave no reasons.</source>
        <translation>Der Judge gab keine Begründung.</translation>
    </message>
    <message>
        <source>its own repeats lie ±%1 apart</source>
        <translation>seine Wiederholungen liegen ±%1 auseinander</translation>
    </message>
    <message>
        <source>its repeats were never measured</source>
        <translation>seine Wiederholungen wurden nie gemessen</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n Turn</numerusform>
            <numerusform>%n Turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer as sent</source>
        <translation>Antwort wie gesendet</translation>
    </message>
    <message>
        <source>Judge again</source>
        <translation>Erneut bewerten</translation>
    </message>
    <message>
        <source>Judge&apos;s reasoning</source>
        <translation>Begründung des Judge</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Answer of the re-run</source>
        <translation>Antwort des neuen Laufs</translation>
    </message>
    <message>
        <source>returned, ignored by the answer</source>
        <translation>geliefert, von der Antwort übergangen</translation>
    </message>
    <message>
        <source>no usable result</source>
        <translation>kein brauchbares Ergebnis</translation>
    </message>
    <message>
        <source>not cited</source>
        <translation>nicht zitiert</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Triage queue</source>
        <translation>Triage-Warteschlange</translation>
    </message>
    <message>
        <source>as set now</source>
        <translation>wie jetzt eingestellt</translation>
    </message>
    <message>
        <source>no retry</source>
        <translation>ohne Wiederholung</translation>
    </message>
    <message>
        <source>mandatory tool context</source>
        <translation>Pflicht-Werkzeugkontext</translation>
    </message>
    <message>
        <source>several strategies, a vote</source>
        <translation>mehrere Strategien, eine Abstimmung</translation>
    </message>
    <message>
        <source>Re-run with</source>
        <translation>Neuer Lauf mit</translation>
    </message>
    <message>
        <source>The re-run gave no answer.</source>
        <translation>Der neue Lauf gab keine Antwort.</translation>
    </message>
    <message>
        <source>Ask the judge again, how often?</source>
        <translation>Den Judge erneut fragen, wie oft?</translation>
    </message>
    <message>
        <source>Asking the judge %1 times …</source>
        <translation>Der Judge wird %1-mal gefragt …</translation>
    </message>
    <message>
        <source>The judge gave too few scores to compare.</source>
        <translation>Der Judge gab zu wenige Scores zum Vergleichen.</translation>
    </message>
    <message>
        <source>%1 of %2 reach the threshold, mean %3, deviation %4</source>
        <translation>%1 von %2 erreichen die Schwelle, Mittel %3, Abweichung %4</translation>
    </message>
    <message>
        <source>Judged again: %1.</source>
        <translation>Erneut bewertet: %1.</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Tool result ignored</source>
        <translation>Werkzeug-Ergebnis übergangen</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Off topic</source>
        <translation>Am Thema vorbei</translation>
    </message>
    <message>
        <source>Not in the sources</source>
        <translation>Nicht in den Quellen</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Judge too strict</source>
        <translation>Judge zu streng</translation>
    </message>
    <message>
        <source>Right to decline</source>
        <translation>Zu Recht abgelehnt</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>raised an alert</source>
        <translation>löste einen Alarm aus</translation>
    </message>
    <message>
        <source>no issue named</source>
        <translation>kein Mangel genannt</translation>
    </message>
    <message>
        <source>older ones, not compared</source>
        <translation>ältere, nicht verglichen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Mangel</translation>
    </message>
    <message>
        <source>Similar question</source>
        <translation>Ähnliche Frage</translation>
    </message>
    <message>
        <source>%1 open, %2 resolved today</source>
        <translation>%1 offen, %2 heute erledigt</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>assigned to nobody</source>
        <translation>niemandem zugewiesen</translation>
    </message>
    <message>
        <source>note removed</source>
        <translation>Notiz entfernt</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>opened again, it got worse: %1</source>
        <translation>wieder geöffnet, es wurde schlechter: %1</translation>
    </message>
    <message>
        <source>woken</source>
        <translation>wieder aufgenommen</translation>
    </message>
    <message>
        <source>labelled %1</source>
        <translation>markiert: %1</translation>
    </message>
    <message>
        <source>re-run with %1</source>
        <translation>erneut ausgeführt mit %1</translation>
    </message>
    <message>
        <source>judged again: %1</source>
        <translation>erneut bewertet: %1</translation>
    </message>
    <message>
        <source>view saved: %1</source>
        <translation>Ansicht gespeichert: %1</translation>
    </message>
    <message>
        <source>view deleted: %1</source>
        <translation>Ansicht gelöscht: %1</translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <translation>zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Not undone: somebody else has changed it since.</source>
        <translation>Nicht rückgängig gemacht: Jemand anders hat es inzwischen geändert.</translation>
    </message>
    <message>
        <source>assignment</source>
        <translation>Zuweisung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>view saved</source>
        <translation>Ansicht gespeichert</translation>
    </message>
    <message>
        <source>view deleted</source>
        <translation>Ansicht gelöscht</translation>
    </message>
    <message>
        <source>%1 (%2 turns)</source>
        <translation>%1 (%2 Turns)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Filter, for example: score &lt; 0.8 and model = fast-8b</source>
        <translation>Filter, zum Beispiel: score &lt; 0.8 and model = fast-8b</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>No turn here matches “%1”.</source>
        <translation>Kein Turn hier passt zu „%1“.</translation>
    </message>
    <message>
        <source>Nothing needs looking at. Turns come here when they fail the quality gate, are labelled bad, or raise an alert.</source>
        <translation>Nichts anzusehen. Turns kommen hierher, wenn sie das Quality-Gate nicht bestehen, als schlecht markiert werden oder einen Alarm auslösen.</translation>
    </message>
    <message>
        <source>Everything is dealt with: %1 resolved today, %2 snoozed.</source>
        <translation>Alles erledigt: %1 heute erledigt, %2 zurückgestellt.</translation>
    </message>
    <message>
        <source>There is nothing under “%1”.</source>
        <translation>Unter „%1“ ist nichts.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Choose a turn to see it in full.</source>
        <translation>Einen Turn wählen, um ihn ganz zu sehen.</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Somebody else has changed %1 meanwhile; it was left as it is.</source>
        <translation>Jemand anders hat %1 inzwischen geändert; es blieb, wie es ist.</translation>
    </message>
    <message>
        <source>%1 turns changed. Ctrl+Z takes it back.</source>
        <translation>%1 Turns geändert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>What is bad about it?</source>
        <translation>Was ist daran schlecht?</translation>
    </message>
    <message>
        <source>What is good about it?</source>
        <translation>Was ist daran gut?</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>In anderen Worten</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Zuweisen an</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Mich</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anders</translation>
    </message>
    <message>
        <source>For whoever looks at it next</source>
        <translation>Für den, der es als Nächstes ansieht</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 Stunden</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgen früh</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>Not any more</source>
        <translation>Nicht mehr</translation>
    </message>
    <message>
        <source>Snooze for</source>
        <translation>Zurückstellen für</translation>
    </message>
    <message>
        <source>Save this view …</source>
        <translation>Diese Ansicht speichern …</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>View deleted. Ctrl+Z takes it back.</source>
        <translation>Ansicht gelöscht. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Save filter, scope and grouping as</source>
        <translation>Filter, Auswahl und Gruppierung speichern als</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>View saved.</source>
        <translation>Ansicht gespeichert.</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Filter, for example: model = gpt-4 and score &lt; 0.9</source>
        <translation>Filter, zum Beispiel: model = gpt-4 and score &lt; 0.9</translation>
    </message>
    <message>
        <source>vs %1 before</source>
        <translation>gegen %1 davor</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet. Ask a question, or let `assay demo load` write sample data to look at.</source>
        <translation>Es wurde noch nichts aufgezeichnet. Stellen Sie eine Frage, oder lassen Sie `assay demo load` Beispieldaten schreiben.</translation>
    </message>
    <message>
        <source>No response of %1 matches “%2”.</source>
        <translation>Keine Antwort von %1 passt zu „%2“.</translation>
    </message>
    <message>
        <source>%1: %2 events, but no response among them.</source>
        <translation>%1: %2 Ereignisse, aber keine Antwort darunter.</translation>
    </message>
    <message>
        <source>%1: nothing was recorded.</source>
        <translation>%1: Es wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Show the last 30 days</source>
        <translation>Die letzten 30 Tage zeigen</translation>
    </message>
    <message>
        <source>Range %1, from minute sums, %2 ms</source>
        <translation>Zeitraum %1, aus Minutensummen, %2 ms</translation>
    </message>
    <message>
        <source>Range %1, from the stored rows, %2 ms</source>
        <translation>Zeitraum %1, aus den gespeicherten Zeilen, %2 ms</translation>
    </message>
    <message>
        <source>Choose a chart first: J and K walk them.</source>
        <translation>Wählen Sie zuerst ein Diagramm: J und K gehen sie durch.</translation>
    </message>
    <message>
        <source>%1 copied as CSV.</source>
        <translation>%1 als CSV kopiert.</translation>
    </message>
    <message>
        <source>%1 copied as a picture.</source>
        <translation>%1 als Bild kopiert.</translation>
    </message>
    <message>
        <source>Score distribution</source>
        <translation>Verteilung der Scores</translation>
    </message>
    <message>
        <source>%1 without a score</source>
        <translation>%1 ohne Score</translation>
    </message>
    <message>
        <source>%1 from %2 on: %3</source>
        <translation>%1 ab %2: %3</translation>
    </message>
    <message>
        <source>Cost per query</source>
        <translation>Kosten je Anfrage</translation>
    </message>
    <message>
        <source>log scale · total %1</source>
        <translation>logarithmisch · zusammen %1</translation>
    </message>
    <message>
        <source>%1 without a cost</source>
        <translation>%1 ohne Kosten</translation>
    </message>
    <message>
        <source>%1 responses</source>
        <translation>%1 Antworten</translation>
    </message>
    <message>
        <source>too little to tell</source>
        <translation>zu wenig, um es zu sagen</translation>
    </message>
    <message>
        <source>not distinguishable</source>
        <translation>nicht unterscheidbar</translation>
    </message>
    <message>
        <source>higher: better</source>
        <translation>höher: besser</translation>
    </message>
    <message>
        <source>higher: worse</source>
        <translation>höher: schlechter</translation>
    </message>
    <message>
        <source>lower: better</source>
        <translation>niedriger: besser</translation>
    </message>
    <message>
        <source>lower: worse</source>
        <translation>niedriger: schlechter</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>niedriger</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>95% interval %1 to %2</source>
        <translation>95-%-Intervall %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>paired by %n thread(s)</source>
        <translation>
            <numerusform>gepaart über einen Thread</numerusform>
            <numerusform>gepaart über %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Zeit davor</translation>
    </message>
    <message>
        <source>A day before</source>
        <translation>Tag davor</translation>
    </message>
    <message>
        <source>A week before</source>
        <translation>Woche davor</translation>
    </message>
    <message>
        <source>From–to</source>
        <translation>Von–bis</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Range to compare with</source>
        <translation>Zeitraum zum Vergleich</translation>
    </message>
    <message numerus="yes">
        <source>base: %1, %2 · %n thread(s) in both</source>
        <translation>
            <numerusform>Basis: %1, %2 · %n Thread in beiden</numerusform>
            <numerusform>Basis: %1, %2 · %n Threads in beiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) of %1</source>
        <translation>
            <numerusform>%n Lücke von %1</numerusform>
            <numerusform>%n Lücken von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 pp</source>
        <translation>%1 Pp.</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>target &lt; %1</source>
        <translation>Ziel &lt; %1</translation>
    </message>
    <message>
        <source>%1 do not tell</source>
        <translation>%1 ohne Angabe</translation>
    </message>
    <message>
        <source>the period before: %1</source>
        <translation>in der Zeit davor: %1</translation>
    </message>
    <message>
        <source>%1, met</source>
        <translation>%1, erreicht</translation>
    </message>
    <message>
        <source>%1, missed</source>
        <translation>%1, verfehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 never seen</source>
        <translation>%1 nie gesehen</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>(nicht gemeldet)</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>%1 untold</source>
        <translation>%1 ohne Angabe</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Confidence against outcome</source>
        <translation>Konfidenz gegen Ergebnis</translation>
    </message>
    <message>
        <source>No turn tells how sure its prediction was and took the fast path.</source>
        <translation>Kein Turn nennt seine Zuversicht und nahm den schnellen Weg.</translation>
    </message>
    <message>
        <source>predicted → passed on the fast path · n %1</source>
        <translation>vorhergesagt → auf dem schnellen Weg bestanden · n %1</translation>
    </message>
    <message>
        <source>no turn</source>
        <translation>kein Turn</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>responses</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>No issue was found.</source>
        <translation>Es wurde kein Mangel gefunden.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>best.</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>$ / query</source>
        <translation>$ / Frage</translation>
    </message>
    <message>
        <source>Spent on: %1</source>
        <translation>Ausgegeben für: %1</translation>
    </message>
    <message>
        <source>No model call is told.</source>
        <translation>Kein Modellaufruf ist bekannt.</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message numerus="yes">
        <source>%n retry(s)</source>
        <translation>
            <numerusform>%n Wiederholung</numerusform>
            <numerusform>%n Wiederholungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No response tells its retries.</source>
        <translation>Keine Antwort nennt ihre Wiederholungen.</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Pass rate</source>
        <translation>Bestehensrate</translation>
    </message>
    <message>
        <source>95% interval · %1 each</source>
        <translation>95-%-Intervall · je %1</translation>
    </message>
    <message>
        <source>nothing judged</source>
        <translation>nichts beurteilt</translation>
    </message>
    <message>
        <source>Go to Analytics</source>
        <translation>Zur Auswertung</translation>
    </message>
    <message>
        <source>Compare two ranges of time, or stop</source>
        <translation>Zwei Zeiträume vergleichen oder damit aufhören</translation>
    </message>
    <message>
        <source>Count the figures again</source>
        <translation>Kennzahlen neu zählen</translation>
    </message>
    <message>
        <source>Reset the brush</source>
        <translation>Ausschnitt zurücksetzen</translation>
    </message>
    <message>
        <source>Filter the figures</source>
        <translation>Kennzahlen filtern</translation>
    </message>
    <message>
        <source>Next chart</source>
        <translation>Nächstes Diagramm</translation>
    </message>
    <message>
        <source>Previous chart</source>
        <translation>Voriges Diagramm</translation>
    </message>
    <message>
        <source>Move the brush on the time bar</source>
        <translation>Ausschnitt auf der Zeitleiste bewegen</translation>
    </message>
    <message>
        <source>Figures of the last hour</source>
        <translation>Kennzahlen der letzten Stunde</translation>
    </message>
    <message>
        <source>Figures of the last 24 hours</source>
        <translation>Kennzahlen der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>Figures of the last 7 days</source>
        <translation>Kennzahlen der letzten 7 Tage</translation>
    </message>
    <message>
        <source>Figures of the last 30 days</source>
        <translation>Kennzahlen der letzten 30 Tage</translation>
    </message>
    <message>
        <source>Figures from one moment to another</source>
        <translation>Kennzahlen von einem Zeitpunkt bis zu einem anderen</translation>
    </message>
    <message>
        <source>Copy the chart as CSV</source>
        <translation>Diagramm als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>Diagramm als Bild kopieren</translation>
    </message>
    <message>
        <source>In Analytics</source>
        <translation>In der Auswertung</translation>
    </message>
    <message>
        <source>On the charts, outside text fields</source>
        <translation>Auf den Diagrammen, außerhalb von Textfeldern</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>There are no figures to report yet.</source>
        <translation>Es gibt noch keine Kennzahlen für einen Bericht.</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>gegen %1</translation>
    </message>
    <message>
        <source>Report written to %1</source>
        <translation>Bericht geschrieben: %1</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Written: %1, %2</source>
        <translation>Geschrieben: %1, %2</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker gesendet.</translation>
    </message>
    <message>
        <source>%1 is there already. Press Write again to replace it.</source>
        <translation>%1 gibt es schon. Drücken Sie noch einmal auf Schreiben, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>Quality report</source>
        <translation>Qualitätsbericht</translation>
    </message>
    <message>
        <source>No program of this desktop opens %1.</source>
        <translation>Kein Programm dieses Desktops öffnet %1.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Write a report of the figures</source>
        <translation>Einen Bericht der Kennzahlen schreiben</translation>
    </message>
    <message>
        <source>Or see what days of traffic look like:</source>
        <translation>Oder ansehen, wie Tage mit Verkehr aussehen:</translation>
    </message>
    <message>
        <source>Look around in sample data</source>
        <translation>In Beispieldaten umsehen</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>Beispieldaten</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1 of %2 turns</source>
        <translation>%1 von %2 Turns</translation>
    </message>
    <message>
        <source>About %1 events of %2 days are in %3. Loading anew replaces them with such that end now.</source>
        <translation>Etwa %1 Ereignisse aus %2 Tagen sind in %3. Neu laden ersetzt sie durch solche, die jetzt enden.</translation>
    </message>
    <message>
        <source>Made-up traffic to look around in: about %1 events of %2 days, with incidents, a bad release and a change of prices. They go into %3, apart from your own data, and open in a window of their own. Nothing is sent anywhere.</source>
        <translation>Erfundener Verkehr zum Umsehen: etwa %1 Ereignisse aus %2 Tagen, mit Störungen, einer schlechten Freigabe und einer Preisänderung. Sie kommen nach %3, getrennt von Ihren eigenen Daten, und öffnen sich in einem eigenen Fenster. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Load anew</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Load and open</source>
        <translation>Laden und öffnen</translation>
    </message>
    <message>
        <source>They open in a window of their own.</source>
        <translation>Sie öffnen sich in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>The window could not be opened. Run: assay gui --workspace %1</source>
        <translation>Das Fenster ließ sich nicht öffnen. Führen Sie aus: assay gui --workspace %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Assay: demo data</source>
        <translation>Assay: Beispieldaten</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>Beispieldaten</translation>
    </message>
    <message>
        <source>Made up by Assay to look around in; none of it is real traffic.</source>
        <translation>Von Assay zum Umsehen erfunden; nichts davon ist echter Verkehr.</translation>
    </message>
    <message>
        <source>About this alert</source>
        <translation>Zu diesem Alarm</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>Wer Sie sind</translation>
    </message>
    <message>
        <source>What you know or do about it</source>
        <translation>Was Sie darüber wissen oder dagegen tun</translation>
    </message>
    <message>
        <source>Say who you are: the history keeps a name with each entry.</source>
        <translation>Sagen Sie, wer Sie sind: Der Verlauf führt jeden Eintrag mit einem Namen.</translation>
    </message>
    <message>
        <source>A note needs a word.</source>
        <translation>Eine Notiz braucht ein Wort.</translation>
    </message>
    <message>
        <source>Silence alerts</source>
        <translation>Alarme stummschalten</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Alerts with these labels</source>
        <translation>Alarme mit diesen Labels</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>For whoever wonders why it is quiet</source>
        <translation>Für alle, die sich über die Stille wundern</translation>
    </message>
    <message>
        <source>What it would mute</source>
        <translation>Was stumm würde</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>looking up what it would mute …</source>
        <translation>sieht nach, was stumm würde …</translation>
    </message>
    <message>
        <source>Would mute %1 that fire now, and would have muted %2 of the last 7 days.</source>
        <translation>Schaltet %1 stumm, die jetzt auslösen, und hätte %2 der letzten 7 Tage stummgeschaltet.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Rule file</source>
        <translation>Regeldatei</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>Löst aus</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Anstehend</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Not evaluated yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>PromQL expression</source>
        <translation>PromQL-Ausdruck</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>for %1 or longer</source>
        <translation>mindestens %1 lang</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>as kept</source>
        <translation>wie eingehalten</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>as broken</source>
        <translation>wie verletzt</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>held back by another alert</source>
        <translation>von einem anderen Alarm zurückgehalten</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>since %1 · %2</source>
        <translation>seit %1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 so far</source>
        <translation>%1 · bisher %2</translation>
    </message>
    <message>
        <source>No firing in %1</source>
        <translation>Keine Auslösung in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n firing(s) in %1, %2 in all</source>
        <translation>
            <numerusform>%n Auslösung in %1, zusammen %2</numerusform>
            <numerusform>%n Auslösungen in %1, zusammen %2</numerusform>
        </translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <translation>bestätigt von %1</translation>
    </message>
    <message>
        <source>note by %1</source>
        <translation>Notiz von %1</translation>
    </message>
    <message>
        <source>delivered to %1</source>
        <translation>zugestellt an %1</translation>
    </message>
    <message>
        <source>not delivered to %1</source>
        <translation>nicht zugestellt an %1</translation>
    </message>
    <message>
        <source>answered by policy %1, %2</source>
        <translation>beantwortet mit Richtlinie %1, %2</translation>
    </message>
    <message>
        <source>Say what is silenced, such as alertname=&quot;HighLatency&quot;.</source>
        <translation>Sagen Sie, was stumm sein soll, etwa alertname=&quot;HighLatency&quot;.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Find a rule</source>
        <translation>Regel suchen</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Show all rules</source>
        <translation>Alle Regeln zeigen</translation>
    </message>
    <message>
        <source>Choose a rule to see what it measured and when it fired.</source>
        <translation>Wählen Sie eine Regel, um zu sehen, was sie gemessen und wann sie ausgelöst hat.</translation>
    </message>
    <message>
        <source>There are no rules.</source>
        <translation>Es gibt keine Regeln.</translation>
    </message>
    <message>
        <source>History of the last</source>
        <translation>Verlauf der letzten</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>On/off</source>
        <translation>An/aus</translation>
    </message>
    <message>
        <source>Silenced by %1 until %2. %3</source>
        <translation>Stummgeschaltet von %1 bis %2. %3</translation>
    </message>
    <message>
        <source>No rule is called anything like “%1”.</source>
        <translation>Keine Regel heißt so ähnlich wie „%1“.</translation>
    </message>
    <message>
        <source>Another process evaluates the rules of this store; this window shows its findings.</source>
        <translation>Ein anderer Prozess prüft die Regeln dieses Speichers; dieses Fenster zeigt, was er findet.</translation>
    </message>
    <message>
        <source>Nothing is evaluated yet: the rules are tried as soon as something is recorded.</source>
        <translation>Noch wird nichts geprüft: Die Regeln gelten, sobald etwas aufgezeichnet ist.</translation>
    </message>
    <message>
        <source>%1 firing, %2 pending, %3 silenced, %4 rules</source>
        <translation>%1 lösen aus, %2 anstehend, %3 stumm, %4 Regeln</translation>
    </message>
    <message>
        <source>Rules evaluated to %1</source>
        <translation>Regeln geprüft bis %1</translation>
    </message>
    <message>
        <source>Import Prometheus rules</source>
        <translation>Prometheus-Regeln importieren</translation>
    </message>
    <message>
        <source>Rule files (*.yml *.yaml)</source>
        <translation>Regeldateien (*.yml *.yaml)</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was not imported: %n problem(s).</source>
        <translation>
            <numerusform>%1 wurde nicht importiert: %n Problem.</numerusform>
            <numerusform>%1 wurde nicht importiert: %n Probleme.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in place of the one there is: %2</source>
        <translation>%1, anstelle der vorhandenen: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), %1 in place of others of the same name.</source>
        <translation>
            <numerusform>%n Regel, %1 anstelle gleichnamiger.</numerusform>
            <numerusform>%n Regeln, %1 anstelle gleichnamiger.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The rules are as before.</source>
        <translation>Die Regeln sind wie zuvor.</translation>
    </message>
    <message>
        <source>Imported. Ctrl+Z takes it back.</source>
        <translation>Importiert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Export as Prometheus rules</source>
        <translation>Als Prometheus-Regeln exportieren</translation>
    </message>
    <message>
        <source>Rules written to %1.</source>
        <translation>Regeln nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Written to %1, without these:</source>
        <translation>Nach %1 geschrieben, ohne diese:</translation>
    </message>
    <message>
        <source>this piece of time</source>
        <translation>diesem Zeitraum</translation>
    </message>
    <message>
        <source>the last hour</source>
        <translation>der letzten Stunde</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>den letzten 7 Tagen</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>looking through what is recorded …</source>
        <translation>durchsucht das Aufgezeichnete …</translation>
    </message>
    <message>
        <source>Nothing was recorded yet.</source>
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing that it measures was recorded in %1.</source>
        <translation>In %1 wurde nichts aufgezeichnet, was sie misst.</translation>
    </message>
    <message>
        <source>NewRule</source>
        <translation>NeueRegel</translation>
    </message>
    <message>
        <source>The rule cannot be saved yet: what is wrong is marked.</source>
        <translation>Die Regel lässt sich noch nicht speichern: Was falsch ist, ist markiert.</translation>
    </message>
    <message>
        <source>%1 is saved. Ctrl+Z takes it back.</source>
        <translation>%1 ist gespeichert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>The rule is not saved. Esc again leaves it as it was.</source>
        <translation>Die Regel ist nicht gespeichert. Noch einmal Esc lässt sie, wie sie war.</translation>
    </message>
    <message>
        <source>Nothing fires under this rule that nobody has taken.</source>
        <translation>Unter dieser Regel löst nichts aus, das noch niemand übernommen hat.</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n firing(s) of %1</source>
        <translation>
            <numerusform>%n Auslösung von %1 bestätigen</numerusform>
            <numerusform>%n Auslösungen von %1 bestätigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledged.</source>
        <translation>Bestätigt.</translation>
    </message>
    <message>
        <source>There is no firing to write a note to.</source>
        <translation>Es gibt keine Auslösung für eine Notiz.</translation>
    </message>
    <message>
        <source>Note to the firing of %1</source>
        <translation>Notiz zur Auslösung von %1</translation>
    </message>
    <message>
        <source>Note kept.</source>
        <translation>Notiz festgehalten.</translation>
    </message>
    <message>
        <source>Silenced. Ctrl+Z takes it back.</source>
        <translation>Stummgeschaltet. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>The silence has ended.</source>
        <translation>Die Stummschaltung ist beendet.</translation>
    </message>
    <message>
        <source>%1 is on.</source>
        <translation>%1 ist an.</translation>
    </message>
    <message>
        <source>%1 is off. Ctrl+Z takes it back.</source>
        <translation>%1 ist aus. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1 comes with Assay and is unchanged; X switches it off.</source>
        <translation>%1 gehört zu Assay und ist unverändert; X schaltet sie aus.</translation>
    </message>
    <message>
        <source>%1 is as it came. Ctrl+Z takes it back.</source>
        <translation>%1 ist wie ausgeliefert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1 is gone. Ctrl+Z takes it back.</source>
        <translation>%1 ist entfernt. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>There is no turn to open.</source>
        <translation>Es gibt keinen Turn zum Öffnen.</translation>
    </message>
    <message>
        <source>Only the scores of this turn were recorded; Events has its messages.</source>
        <translation>Von diesem Turn sind nur die Scores aufgezeichnet; seine Nachrichten stehen unter „Ereignisse“.</translation>
    </message>
    <message>
        <source>There is no firing in hand.</source>
        <translation>Es ist keine Auslösung gewählt.</translation>
    </message>
    <message>
        <source>taken by %1</source>
        <translation>übernommen von %1</translation>
    </message>
    <message>
        <source>Firings</source>
        <translation>Auslösungen</translation>
    </message>
    <message>
        <source>Turns behind the alert</source>
        <translation>Turns hinter dem Alarm</translation>
    </message>
    <message>
        <source>Turns behind it</source>
        <translation>Turns dahinter</translation>
    </message>
    <message>
        <source>The newest %1 of %2.</source>
        <translation>Die neuesten %1 von %2.</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Zu tun: %1</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>liest …</translation>
    </message>
    <message>
        <source>This alert rests on no single turn.</source>
        <translation>Dieser Alarm beruht auf keinem einzelnen Turn.</translation>
    </message>
    <message>
        <source>%1 of %2 match the filter</source>
        <translation>%1 von %2 passen zum Filter</translation>
    </message>
    <message>
        <source>the worst %1 of %2</source>
        <translation>die schlechtesten %1 von %2</translation>
    </message>
    <message>
        <source>Value over time</source>
        <translation>Wert über die Zeit</translation>
    </message>
    <message>
        <source>fired %1</source>
        <translation>löste aus %1</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>anstehend</translation>
    </message>
    <message>
        <source>no data in this range</source>
        <translation>keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>Backtest over</source>
        <translation>Rückrechnung über</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Rückrechnung</translation>
    </message>
    <message>
        <source>%1% looked through</source>
        <translation>%1 % durchsucht</translation>
    </message>
    <message>
        <source>the last year</source>
        <translation>dem letzten Jahr</translation>
    </message>
    <message>
        <source>Mend what is marked above to see what the rule would have done.</source>
        <translation>Beheben Sie oben das Markierte, um zu sehen, was die Regel getan hätte.</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet that the rule could be tried on.</source>
        <translation>Noch ist nichts aufgezeichnet, woran sich die Regel erproben ließe.</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>The rule would not have fired.</source>
        <translation>Die Regel hätte nicht ausgelöst.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Alert below</source>
        <translation>Alarm unter</translation>
    </message>
    <message>
        <source>no floor</source>
        <translation>keine Untergrenze</translation>
    </message>
    <message>
        <source>Alert above</source>
        <translation>Alarm über</translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation>keine Obergrenze</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>For at least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Fewest values</source>
        <translation>Mindestzahl Werte</translation>
    </message>
    <message>
        <source>Keep firing for</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Where to look first</source>
        <translation>Wo zuerst nachzusehen ist</translation>
    </message>
    <message>
        <source>PromQL expression, over the series of /metrics</source>
        <translation>PromQL-Ausdruck über die Reihen von /metrics</translation>
    </message>
    <message>
        <source>This is no number such as %1.</source>
        <translation>Das ist keine Zahl wie %1.</translation>
    </message>
    <message>
        <source>This is no length of time such as 5m or 1h30m.</source>
        <translation>Das ist keine Zeitdauer wie 5m oder 1h30m.</translation>
    </message>
    <message>
        <source>This is no whole number.</source>
        <translation>Das ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Labels are name=value, with commas between them.</source>
        <translation>Labels sind name=wert, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Another rule has this name.</source>
        <translation>Eine andere Regel heißt so.</translation>
    </message>
    <message>
        <source>An expression compares by itself, as in a Prometheus rule.</source>
        <translation>Ein Ausdruck vergleicht selbst, wie in einer Prometheus-Regel.</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>Fires at</source>
        <translation>Löst aus bei</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>no data counts %1</source>
        <translation>keine Daten zählen %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>It did not fire in %1.</source>
        <translation>In %1 hat sie nicht ausgelöst.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clear what narrows every workspace</source>
        <translation>Aufheben, was alle Arbeitsbereiche einschränkt</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>from %1: %2</source>
        <translation>aus %1: %2</translation>
    </message>
    <message>
        <source>“%1” does not count here: %2</source>
        <translation>„%1“ zählt hier nicht: %2</translation>
    </message>
    <message>
        <source>Go to Alerts</source>
        <translation>„Alarme“ öffnen</translation>
    </message>
    <message>
        <source>Write a new alert rule</source>
        <translation>Eine neue Alarmregel schreiben</translation>
    </message>
    <message>
        <source>Save the alert rule</source>
        <translation>Die Alarmregel speichern</translation>
    </message>
    <message>
        <source>Leave the rule&apos;s editor, or back to the list of rules</source>
        <translation>Die Regel verlassen oder zurück zur Liste der Regeln</translation>
    </message>
    <message>
        <source>Find an alert rule</source>
        <translation>Eine Alarmregel suchen</translation>
    </message>
    <message>
        <source>Next alert rule</source>
        <translation>Nächste Alarmregel</translation>
    </message>
    <message>
        <source>Previous alert rule</source>
        <translation>Vorige Alarmregel</translation>
    </message>
    <message>
        <source>Acknowledge what fires under the rule</source>
        <translation>Bestätigen, was unter der Regel auslöst</translation>
    </message>
    <message>
        <source>Silence the rule, or end its silence</source>
        <translation>Die Regel stummschalten oder das beenden</translation>
    </message>
    <message>
        <source>Write a note to the firing</source>
        <translation>Eine Notiz zur Auslösung schreiben</translation>
    </message>
    <message>
        <source>Edit the rule and try it on what is recorded</source>
        <translation>Die Regel bearbeiten und am Aufgezeichneten erproben</translation>
    </message>
    <message>
        <source>Switch the alert rule on or off</source>
        <translation>Die Alarmregel an- oder ausschalten</translation>
    </message>
    <message>
        <source>Remove the rule, or give it back what it came with</source>
        <translation>Die Regel entfernen oder auf den Auslieferungsstand setzen</translation>
    </message>
    <message>
        <source>Show the turns behind the firing in Triage</source>
        <translation>Die Turns hinter der Auslösung in Triage zeigen</translation>
    </message>
    <message>
        <source>Show the firing&apos;s events</source>
        <translation>Die Ereignisse der Auslösung zeigen</translation>
    </message>
    <message>
        <source>Open the turn behind the alert in Ask</source>
        <translation>Den Turn hinter dem Alarm in Fragen öffnen</translation>
    </message>
    <message>
        <source>In Alerts</source>
        <translation>In Alarme</translation>
    </message>
    <message>
        <source>On an alert rule, outside text fields</source>
        <translation>Auf einer Alarmregel, außerhalb von Textfeldern</translation>
    </message>
    <message>
        <source>This desktop has no tray, so alerts are told in this window only.</source>
        <translation>Diese Arbeitsfläche hat keinen Infobereich; Alarme erscheinen nur in diesem Fenster.</translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <translation>Alarm: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%n löst aus</numerusform>
            <numerusform>%n lösen aus</numerusform>
        </translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Go to Evaluate</source>
        <translation>Zur Evaluation</translation>
    </message>
    <message>
        <source>In Evaluate</source>
        <translation>In der Evaluation</translation>
    </message>
    <message>
        <source>On a run or scenario, outside text fields</source>
        <translation>Auf einem Lauf oder Szenario, außerhalb von Textfeldern</translation>
    </message>
    <message>
        <source>In the arena</source>
        <translation>In der Arena</translation>
    </message>
    <message>
        <source>On two answers, outside text fields</source>
        <translation>Auf zwei Antworten, außerhalb von Textfeldern</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Import, export, and where alerts are told</source>
        <translation>Importieren, exportieren und wo Alarme gemeldet werden</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 of %2 passed before, %3 of %4 under it</source>
        <translation>%1 von %2 bestanden vorher, %3 von %4 unter ihr</translation>
    </message>
    <message>
        <source>No turn ran under a new policy since it began: nothing answered it yet.</source>
        <translation>Seit Beginn lief kein Turn unter einer neuen Richtlinie: Noch antwortete nichts darauf.</translation>
    </message>
    <message>
        <source>&amp;%1  Policy %2, since %3: %4</source>
        <translation>&amp;%1  Richtlinie %2, seit %3: %4</translation>
    </message>
    <message>
        <source>Policy %1 answered it: %2.</source>
        <translation>Richtlinie %1 antwortete darauf: %2.</translation>
    </message>
    <message>
        <source>Tell alerts on the desktop</source>
        <translation>Alarme auf dem Desktop melden</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Alerts are told on the desktop.</source>
        <translation>Alarme werden auf dem Desktop gemeldet.</translation>
    </message>
    <message>
        <source>Alerts are told in this window only. Ctrl+Z takes it back.</source>
        <translation>Alarme werden nur in diesem Fenster gemeldet. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Alerts have a sound.</source>
        <translation>Alarme haben einen Ton.</translation>
    </message>
    <message>
        <source>Alerts are silent.</source>
        <translation>Alarme sind still.</translation>
    </message>
    <message>
        <source>Put the turn into the evaluation suite, or take it out</source>
        <translation>Turn in die Auswertungssammlung aufnehmen oder herausnehmen</translation>
    </message>
    <message>
        <source>Put the turn into the training data, or take it out</source>
        <translation>Turn in die Trainingsdaten aufnehmen oder herausnehmen</translation>
    </message>
    <message>
        <source>Tell alerts on the desktop, or no more</source>
        <translation>Alarme auf dem Desktop melden oder nicht mehr</translation>
    </message>
    <message>
        <source>Sound for alerts on or off</source>
        <translation>Ton für Alarme an oder aus</translation>
    </message>
    <message>
        <source>Say which policy answered the firing</source>
        <translation>Sagen, welche Richtlinie auf den Alarm antwortete</translation>
    </message>
    <message>
        <source>Taken out of the suite %1.</source>
        <translation>Aus der Sammlung %1 herausgenommen.</translation>
    </message>
    <message>
        <source>What must the answer be?</source>
        <translation>Wie muss die Antwort sein?</translation>
    </message>
    <message>
        <source>Good enough for the threshold</source>
        <translation>Gut genug für die Schwelle</translation>
    </message>
    <message>
        <source>Say that the documents do not tell</source>
        <translation>Sagen, dass die Dokumente es nicht hergeben</translation>
    </message>
    <message>
        <source>Or words that it must contain</source>
        <translation>Oder Wörter, die sie enthalten muss</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Aufnehmen</translation>
    </message>
    <message numerus="yes">
        <source>In the suite %1 now, which has %n scenario(s).</source>
        <translation>
            <numerusform>Jetzt in der Sammlung %1 mit %n Szenario.</numerusform>
            <numerusform>Jetzt in der Sammlung %1 mit %n Szenarien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken out of the training data.</source>
        <translation>Aus den Trainingsdaten herausgenommen.</translation>
    </message>
    <message>
        <source>What does this turn teach?</source>
        <translation>Was lehrt dieser Turn?</translation>
    </message>
    <message>
        <source>The fast model suffices</source>
        <translation>Das schnelle Modell reicht</translation>
    </message>
    <message>
        <source>The fast model fails</source>
        <translation>Das schnelle Modell versagt</translation>
    </message>
    <message>
        <source>It needs a tool</source>
        <translation>Er braucht ein Werkzeug</translation>
    </message>
    <message numerus="yes">
        <source>In the training data now: %n example(s) picked by hand.</source>
        <translation>
            <numerusform>Jetzt in den Trainingsdaten: %n von Hand gewähltes Beispiel.</numerusform>
            <numerusform>Jetzt in den Trainingsdaten: %n von Hand gewählte Beispiele.</numerusform>
        </translation>
    </message>
    <message>
        <source>evaluation suite: %1</source>
        <translation>Auswertungssammlung: %1</translation>
    </message>
    <message>
        <source>training data: %1</source>
        <translation>Trainingsdaten: %1</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>No turns are recorded yet.</source>
        <translation>Noch sind keine Turns aufgezeichnet.</translation>
    </message>
    <message>
        <source>Cost and quality by confidence threshold</source>
        <translation>Kosten und Qualität je Konfidenzschwelle</translation>
    </message>
    <message>
        <source>Threshold %1: %2 a query, %3 pass</source>
        <translation>Schwelle %1: %2 je Anfrage, %3 bestehen</translation>
    </message>
    <message>
        <source>Threshold %1: about %2 a query, %3 pass</source>
        <translation>Schwelle %1: etwa %2 je Anfrage, %3 bestehen</translation>
    </message>
    <message>
        <source>Recorded turns tell of one threshold alone; exploration shows more.</source>
        <translation>Aufgezeichnete Turns sagen nur etwas über eine Schwelle; Erkundung zeigt mehr.</translation>
    </message>
    <message>
        <source>Recorded turns tell of thresholds from %1 to %2</source>
        <translation>Aufgezeichnete Turns sagen etwas über Schwellen von %1 bis %2</translation>
    </message>
    <message>
        <source>Too few turns ran through both tiers to tell the oracle and the break-even; exploration does that.</source>
        <translation>Zu wenige Turns liefen durch beide Stufen, um Orakel und Gleichstand anzugeben; die Erkundung tut das.</translation>
    </message>
    <message>
        <source>Both tiers did alike on %1 explored turns.</source>
        <translation>Beide Stufen waren bei %1 erkundeten Turns gleich.</translation>
    </message>
    <message>
        <source>Where fewer than %1 of the choices are right, this cascade is worse than always premium (%2 explored turns).</source>
        <translation>Wo weniger als %1 der Wahlen richtig sind, ist diese Kaskade schlechter als immer Premium (%2 erkundete Turns).</translation>
    </message>
    <message>
        <source>a query</source>
        <translation>je Anfrage</translation>
    </message>
    <message>
        <source>oracle</source>
        <translation>Orakel</translation>
    </message>
    <message>
        <source>What if: %1 turns, exact</source>
        <translation>Was wäre: %1 Turns, genau</translation>
    </message>
    <message>
        <source>What if: %1 turns, %2 estimated</source>
        <translation>Was wäre: %1 Turns, %2 geschätzt</translation>
    </message>
    <message>
        <source>%1 turns follow exactly from what was recorded, %2 are estimated from like turns; ± is half of the 95 % interval.</source>
        <translation>%1 Turns folgen genau aus dem Aufgezeichneten, %2 sind aus ähnlichen Turns geschätzt; ± ist die Hälfte des 95-%-Intervalls.</translation>
    </message>
    <message>
        <source>Pass rate, %</source>
        <translation>Bestehensquote, %</translation>
    </message>
    <message>
        <source>Cost of 1,000, $</source>
        <translation>Kosten von 1.000, $</translation>
    </message>
    <message>
        <source>P95, s</source>
        <translation>P95, s</translation>
    </message>
    <message>
        <source>Premium share, %</source>
        <translation>Premium-Anteil, %</translation>
    </message>
    <message>
        <source>Retries a query</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>%1 would pass now, %2 would fail</source>
        <translation>%1 bestünden nun, %2 nicht mehr</translation>
    </message>
    <message>
        <source>What if: no answer</source>
        <translation>Was wäre: keine Antwort</translation>
    </message>
    <message>
        <source>Go to Learn</source>
        <translation>Zu Lernen gehen</translation>
    </message>
    <message>
        <source>Open training data</source>
        <translation>Trainingsdaten öffnen</translation>
    </message>
    <message>
        <source>Save the training data</source>
        <translation>Trainingsdaten sichern</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>Modelldatei öffnen</translation>
    </message>
    <message>
        <source>Save the model to a file</source>
        <translation>Modell in eine Datei sichern</translation>
    </message>
    <message>
        <source>Stop collecting or training</source>
        <translation>Sammeln oder Training anhalten</translation>
    </message>
    <message>
        <source>Collect recorded turns to learn from</source>
        <translation>Aufgezeichnete Turns zum Lernen sammeln</translation>
    </message>
    <message>
        <source>Train a model on what was collected</source>
        <translation>Ein Modell mit dem Gesammelten trainieren</translation>
    </message>
    <message>
        <source>Let the trained model route turns</source>
        <translation>Das trainierte Modell Turns lenken lassen</translation>
    </message>
    <message>
        <source>Let it route turns although it does worse</source>
        <translation>Es Turns lenken lassen, obwohl es schlechter ist</translation>
    </message>
    <message>
        <source>Put the model before in force again</source>
        <translation>Das Modell davor wieder in Kraft setzen</translation>
    </message>
    <message>
        <source>On the models of Learn</source>
        <translation>Bei den Modellen von Lernen</translation>
    </message>
    <message>
        <source>Pages of Learn</source>
        <translation>Seiten von Lernen</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>nicht kalibriert</translation>
    </message>
    <message>
        <source>calibrated by temperature</source>
        <translation>kalibriert mit Temperatur</translation>
    </message>
    <message>
        <source>calibrated by Platt&apos;s method</source>
        <translation>kalibriert nach Platt</translation>
    </message>
    <message>
        <source>calibrated by isotonic regression</source>
        <translation>kalibriert mit isotoner Regression</translation>
    </message>
    <message>
        <source>Shipped predictor</source>
        <translation>Mitgelieferter Prädiktor</translation>
    </message>
    <message>
        <source>the shipped predictor</source>
        <translation>die mitgelieferte Vorhersage</translation>
    </message>
    <message>
        <source>rolled back from %1 by %2</source>
        <translation>zurückgenommen von %1 durch %2</translation>
    </message>
    <message>
        <source>deployed over %1 by %2</source>
        <translation>eingesetzt über %1 durch %2</translation>
    </message>
    <message>
        <source>%1 of %2 turns tell how the fast model did; it passed on %3.</source>
        <translation>%1 von %2 Turns sagen, wie das schnelle Modell war; es bestand bei %3.</translation>
    </message>
    <message>
        <source>%1 of them were explored and stand for more turns.</source>
        <translation>%1 davon sind Erkundungen und stehen für mehr Turns.</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>Vom %1 bis %2.</translation>
    </message>
    <message>
        <source>Read from %1.</source>
        <translation>Gelesen aus %1.</translation>
    </message>
    <message>
        <source>%1 examples: trained on %2, calibrated on %3, tried on %4 of other threads. Cross-validated accuracy %5 ± %6, C = %7, %8.</source>
        <translation>%1 Beispiele: trainiert mit %2, kalibriert mit %3, erprobt an %4 aus anderen Threads. Trefferquote der Kreuzvalidierung %5 ± %6, C = %7, %8.</translation>
    </message>
    <message>
        <source>On %1 canary examples: accuracy %2 (in force: %3), log loss %4 (%5).</source>
        <translation>An %1 Probebeispielen: Trefferquote %2 (bisher: %3), Log-Verlust %4 (%5).</translation>
    </message>
    <message>
        <source>It may be deployed.</source>
        <translation>Es darf eingesetzt werden.</translation>
    </message>
    <message>
        <source>It is worse than what is in force.</source>
        <translation>Es ist schlechter als das, was gilt.</translation>
    </message>
    <message>
        <source>a long question</source>
        <translation>eine lange Frage</translation>
    </message>
    <message>
        <source>a very short question</source>
        <translation>eine sehr kurze Frage</translation>
    </message>
    <message>
        <source>asking how or why</source>
        <translation>nach Wie oder Warum fragen</translation>
    </message>
    <message>
        <source>numbers, ids and names</source>
        <translation>Zahlen, Kennungen und Namen</translation>
    </message>
    <message>
        <source>vague words</source>
        <translation>ungenaue Wörter</translation>
    </message>
    <message>
        <source>speaking of documents and settings</source>
        <translation>von Dokumenten und Einstellungen sprechen</translation>
    </message>
    <message>
        <source>a version number</source>
        <translation>eine Versionsnummer</translation>
    </message>
    <message>
        <source>asking when, where or who</source>
        <translation>nach Wann, Wo oder Wer fragen</translation>
    </message>
    <message>
        <source>asking for steps</source>
        <translation>nach Schritten fragen</translation>
    </message>
    <message>
        <source>several questions at once</source>
        <translation>mehrere Fragen auf einmal</translation>
    </message>
    <message>
        <source>%1 raises the confidence</source>
        <translation>%1 hebt die Konfidenz</translation>
    </message>
    <message>
        <source>%1 lowers the confidence</source>
        <translation>%1 senkt die Konfidenz</translation>
    </message>
    <message>
        <source>Questions changed: %1, on average %2 before and %3 now (stability index %4).</source>
        <translation>Die Fragen haben sich geändert: %1, im Mittel zuvor %2 und jetzt %3 (Stabilitätsindex %4).</translation>
    </message>
    <message>
        <source>Predictions moved against outcomes: %1 points too high before, %2 now (difference %3 to %4).</source>
        <translation>Die Vorhersagen haben sich gegen die Ergebnisse verschoben: zuvor %1 Punkte zu hoch, jetzt %2 (Unterschied %3 bis %4).</translation>
    </message>
    <message>
        <source>No turn tells yet both what was predicted and what came true.</source>
        <translation>Noch sagt kein Turn sowohl, was vorhergesagt war, als auch, was eintraf.</translation>
    </message>
    <message>
        <source>Week %1: %2 of the predictions were right, where the guide expects %3 (n %4).</source>
        <translation>Woche %1: %2 der Vorhersagen trafen zu, der Leitfaden erwartet %3 (n %4).</translation>
    </message>
    <message>
        <source>That is below it.</source>
        <translation>Das liegt darunter.</translation>
    </message>
    <message>
        <source>That is above it.</source>
        <translation>Das liegt darüber.</translation>
    </message>
    <message>
        <source>There is no risk–coverage curve.</source>
        <translation>Es gibt keine Risiko-Abdeckungs-Kurve.</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>dieses Modell</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>the surest %1: %2 wrong</source>
        <translation>die sichersten %1: %2 falsch</translation>
    </message>
    <message>
        <source>surest first → share wrong · AURC %1</source>
        <translation>sicherste zuerst → Anteil falsch · AURC %1</translation>
    </message>
    <message>
        <source>Fewer than 30 held-out turns were asked of both tiers. Exploration does that; then the curve can be told.</source>
        <translation>Weniger als 30 zurückgehaltene Turns gingen an beide Stufen. Die Erkundung tut das; dann lässt sich die Kurve angeben.</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>durch Zufall</translation>
    </message>
    <message>
        <source>%1 to premium: %2 pass at once, %3 a query%4</source>
        <translation>%1 zu Premium: %2 bestehen sofort, %3 je Frage%4</translation>
    </message>
    <message>
        <source> · threshold %1</source>
        <translation> · Schwelle %1</translation>
    </message>
    <message>
        <source>closes %1 of the gap, chance 50% · n %2</source>
        <translation>schließt %1 der Lücke, Zufall 50 % · n %2</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>week %1 from %2: %3 right</source>
        <translation>Woche %1 ab %2: %3 richtig</translation>
    </message>
    <message>
        <source>the guide expects</source>
        <translation>der Leitfaden erwartet</translation>
    </message>
    <message>
        <source>right predictions by week; the axis does not begin at 0</source>
        <translation>richtige Vorhersagen je Woche; die Achse beginnt nicht bei 0</translation>
    </message>
    <message>
        <source>Risk against coverage</source>
        <translation>Risiko gegen Abdeckung</translation>
    </message>
    <message>
        <source>Cost against quality</source>
        <translation>Kosten gegen Qualität</translation>
    </message>
    <message>
        <source>Over the weeks</source>
        <translation>Über die Wochen</translation>
    </message>
    <message>
        <source>What weighs most</source>
        <translation>Was am meisten wiegt</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log-Loss</translation>
    </message>
    <message>
        <source>Accuracy at even chance; AUROC: 0.5 is chance, 1 tells every pair apart; log loss, ECE (expected calibration error) and AURC (area under the risk–coverage curve): lower is better.</source>
        <translation>Trefferquote bei der Schwelle 0,5; AUROC: 0,5 ist Zufall, 1 unterscheidet jedes Paar; Log-Verlust, ECE (erwarteter Kalibrierfehler) und AURC (Fläche unter der Risiko-Abdeckungs-Kurve): weniger ist besser.</translation>
    </message>
    <message>
        <source>beats the shipped predictor</source>
        <translation>schlägt die mitgelieferte Vorhersage</translation>
    </message>
    <message>
        <source>does not beat the baseline</source>
        <translation>schlägt den Vergleichswert nicht</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>Dieses Modell</translation>
    </message>
    <message>
        <source>As predicted then</source>
        <translation>Damals vorhergesagt</translation>
    </message>
    <message>
        <source>Always the same answer</source>
        <translation>Immer dieselbe Antwort</translation>
    </message>
    <message>
        <source>Drift: %1</source>
        <translation>Drift: %1</translation>
    </message>
    <message>
        <source>No drift: questions and calibration of the last 7 days (%1 turns) are as before (%2).</source>
        <translation>Keine Drift: Fragen und Kalibrierung der letzten 7 Tage (%1 Turns) sind wie zuvor (%2).</translation>
    </message>
    <message>
        <source>Nothing was learned yet. Collect recorded turns, then train a model on them.</source>
        <translation>Noch ist nichts gelernt. Sammeln Sie aufgezeichnete Turns und trainieren Sie dann ein Modell damit.</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>What was collected is split by thread: most of it is learned from, a fifth calibrates, a fifth is only for the test.</source>
        <translation>Das Gesammelte wird nach Threads geteilt: aus dem größten Teil wird gelernt, ein Fünftel kalibriert, ein Fünftel dient nur der Probe.</translation>
    </message>
    <message>
        <source>A model routes turns once it is deployed, from the next turn on.</source>
        <translation>Ein Modell lenkt Turns, sobald es eingesetzt ist, vom nächsten Turn an.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation>Training: %1</translation>
    </message>
    <message>
        <source>Collecting: %1</source>
        <translation>Sammeln: %1</translation>
    </message>
    <message>
        <source>Turns go on being routed by what was read last, or by the predictor that comes with Assay; roll back or deploy another.</source>
        <translation>Turns lenkt weiter, was zuletzt gelesen wurde, sonst die mitgelieferte Vorhersage. Nehmen Sie das Modell zurück oder setzen Sie ein anderes ein.</translation>
    </message>
    <message>
        <source>%1 routes</source>
        <translation>%1 lenkt</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>Reading the recorded turns …</source>
        <translation>Aufgezeichnete Turns werden gelesen …</translation>
    </message>
    <message>
        <source>No judged turn lies in that range.</source>
        <translation>In diesem Zeitraum liegt kein beurteilter Turn.</translation>
    </message>
    <message>
        <source>The model %1 beats the shipped predictor on held-out turns.</source>
        <translation>Das Modell %1 schlägt die mitgelieferte Vorhersage auf zurückgehaltenen Turns.</translation>
    </message>
    <message>
        <source>The model %1 does not beat the baseline on held-out turns.</source>
        <translation>Das Modell %1 schlägt den Vergleichswert auf zurückgehaltenen Turns nicht.</translation>
    </message>
    <message>
        <source>Trained just now: %1</source>
        <translation>Soeben trainiert: %1</translation>
    </message>
    <message>
        <source>Model file %1</source>
        <translation>Modelldatei %1</translation>
    </message>
    <message>
        <source>%1 routes from the next turn on; before it was %2.</source>
        <translation>%1 lenkt vom nächsten Turn an; davor war es %2.</translation>
    </message>
    <message>
        <source>From the next turn on it is %1 again, instead of v%2.</source>
        <translation>Vom nächsten Turn an ist es wieder %1 statt v%2.</translation>
    </message>
    <message>
        <source>Its weights are set by hand. Collect recorded turns and train a model on them to see whether it can be beaten.</source>
        <translation>Ihre Gewichte sind von Hand gesetzt. Sammeln Sie aufgezeichnete Turns und trainieren Sie ein Modell damit, um zu sehen, ob sie zu schlagen ist.</translation>
    </message>
    <message>
        <source>Models (*.model);;All files (*)</source>
        <translation>Modelle (*.model);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Training data (*.jsonl);;All files (*)</source>
        <translation>Trainingsdaten (*.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>Modell sichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gesichert als %1</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Models that routed turns</source>
        <translation>Modelle, die Turns gelenkt haben</translation>
    </message>
    <message>
        <source>routes now</source>
        <translation>lenkt jetzt</translation>
    </message>
    <message>
        <source>weights set by hand; in force where nothing is deployed</source>
        <translation>Gewichte von Hand; gilt, wo nichts eingesetzt ist</translation>
    </message>
    <message>
        <source>Answer before</source>
        <translation>Antwort vorher</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>Antwort jetzt</translation>
    </message>
    <message>
        <source>Answers of the scenario</source>
        <translation>Antworten des Szenarios</translation>
    </message>
    <message>
        <source>quality %1</source>
        <translation>Qualität %1</translation>
    </message>
    <message>
        <source>within the judge&apos;s own spread</source>
        <translation>innerhalb der Streuung des Richters</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
    <message>
        <source>Ask one question through two sets of settings at once and say which answer is better. Each vote is kept with both turns as a label.</source>
        <translation>Stellen Sie eine Frage mit zwei Einstellungen zugleich und sagen Sie, welche Antwort besser ist. Jede Stimme bleibt als Label bei beiden Antworten.</translation>
    </message>
    <message>
        <source>One question for both</source>
        <translation>Eine Frage für beide</translation>
    </message>
    <message>
        <source>Question for both sides</source>
        <translation>Frage für beide Seiten</translation>
    </message>
    <message>
        <source>Settings of one side</source>
        <translation>Einstellungen der einen Seite</translation>
    </message>
    <message>
        <source>Settings of the other side</source>
        <translation>Einstellungen der anderen Seite</translation>
    </message>
    <message>
        <source>Ask both</source>
        <translation>Beide fragen</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>Left is better</source>
        <translation>Links ist besser</translation>
    </message>
    <message>
        <source>Right is better</source>
        <translation>Rechts ist besser</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Gleichstand</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>Beide schlecht</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Nächste Frage</translation>
    </message>
    <message>
        <source>Both sides are still answering.</source>
        <translation>Beide Seiten antworten noch.</translation>
    </message>
    <message>
        <source>Write a question first.</source>
        <translation>Schreiben Sie zuerst eine Frage.</translation>
    </message>
    <message>
        <source>The question is too long: at most %1 characters.</source>
        <translation>Die Frage ist zu lang: höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Choose two different settings: an answer is held against another&apos;s.</source>
        <translation>Wählen Sie zwei verschiedene Einstellungen: Eine Antwort wird gegen die andere gehalten.</translation>
    </message>
    <message>
        <source>Both answers appear together, so that their speed tells nothing.</source>
        <translation>Beide Antworten erscheinen zusammen, damit ihr Tempo nichts verrät.</translation>
    </message>
    <message>
        <source>Which is better? A or B, T for a tie, N for neither.</source>
        <translation>Welche ist besser? A oder B, T für Gleichstand, N für keine.</translation>
    </message>
    <message>
        <source>Without two answers there is nothing to vote on.</source>
        <translation>Ohne zwei Antworten gibt es nichts abzustimmen.</translation>
    </message>
    <message>
        <source>%1 wins over %2. Ctrl+Z takes it back.</source>
        <translation>%1 gewinnt gegen %2. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1 and %2 are as good. Ctrl+Z takes it back.</source>
        <translation>%1 und %2 sind gleich gut. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1 and %2 are both bad. Ctrl+Z takes it back.</source>
        <translation>%1 und %2 sind beide schlecht. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>The vote is taken back.</source>
        <translation>Die Stimme ist zurückgenommen.</translation>
    </message>
    <message>
        <source>answering …</source>
        <translation>antwortet …</translation>
    </message>
    <message>
        <source>This side gave no answer.</source>
        <translation>Diese Seite gab keine Antwort.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Arena</source>
        <translation>Arena</translation>
    </message>
    <message>
        <source>Pages of Evaluate</source>
        <translation>Seiten der Evaluation</translation>
    </message>
    <message>
        <source>Run a suite</source>
        <translation>Suite starten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 of %2, %3 met</source>
        <translation>%1 von %2, %3 erfüllt</translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n ohne Antwort</numerusform>
            <numerusform>%n ohne Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>spent %1 of %2</source>
        <translation>ausgegeben %1 von %2</translation>
    </message>
    <message>
        <source>spent %1</source>
        <translation>ausgegeben %1</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>wie eingestellt</translation>
    </message>
    <message>
        <source>%1 of %2 scenarios</source>
        <translation>%1 von %2 Szenarien</translation>
    </message>
    <message>
        <source>%1 of %2 targets met</source>
        <translation>%1 von %2 Zielen erreicht</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>quality %1, before %2</source>
        <translation>Qualität %1, vorher %2</translation>
    </message>
    <message>
        <source>judged %1, again %2: spread %3</source>
        <translation>bewertet mit %1, erneut %2: Spanne %3</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>(95 % %1 … %2)</source>
        <translation>(95 % %1 … %2)</translation>
    </message>
    <message>
        <source>Evaluation: %1, %2</source>
        <translation>Evaluation: %1, %2</translation>
    </message>
    <message>
        <source>95 % %1 … %2</source>
        <translation>95 % %1 … %2</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Difference of the two runs</source>
        <translation>Unterschied der beiden Läufe</translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios</source>
        <translation>
            <numerusform>%n Szenario</numerusform>
            <numerusform>%n Szenarien</numerusform>
        </translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1/%2 targets</source>
        <translation>%1/%2 Ziele</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Scenarios at most</source>
        <translation>Szenarien höchstens</translation>
    </message>
    <message>
        <source>Judge each answer again</source>
        <translation>Jede Antwort erneut bewerten</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Scenarios at a time</source>
        <translation>Szenarien zugleich</translation>
    </message>
    <message>
        <source>Budget in dollars</source>
        <translation>Budget in Dollar</translation>
    </message>
    <message>
        <source>What is run</source>
        <translation>Was gestartet wird</translation>
    </message>
    <message>
        <source>Reading the suites …</source>
        <translation>Die Suiten werden gelesen …</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 goes on as it was begun, with the same models and settings: %2 of %3 scenarios are answered, %4 is spent and counts towards the budget.</source>
        <translation>%1 geht weiter, wie es begonnen wurde, mit denselben Modellen und Einstellungen: %2 von %3 Szenarien sind beantwortet, %4 ist ausgegeben und zählt zum Budget.</translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios. %1</source>
        <translation>
            <numerusform>%n Szenario. %1</numerusform>
            <numerusform>%n Szenarien. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Asks %1: this may cost money.</source>
        <translation>Fragt %1: Das kann Geld kosten.</translation>
    </message>
    <message>
        <source>Asks %1, on this machine: nothing is sent anywhere.</source>
        <translation>Fragt %1, auf diesem Rechner: Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>No suite is chosen.</source>
        <translation>Keine Suite ist gewählt.</translation>
    </message>
    <message>
        <source>This suite cannot be run.</source>
        <translation>Diese Suite lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>The budget is an amount in dollars, such as 0.50; empty means none.</source>
        <translation>Das Budget ist ein Betrag in Dollar, etwa 0,50; leer heißt keines.</translation>
    </message>
    <message>
        <source>The run under way</source>
        <translation>Der laufende Lauf</translation>
    </message>
    <message>
        <source>begins …</source>
        <translation>beginnt …</translation>
    </message>
    <message>
        <source>No suite was run yet. A run asks every question of a suite and holds the answers against what they must be like.</source>
        <translation>Noch keine Suite ist gelaufen. Ein Lauf stellt jede Frage einer Suite und hält die Antworten gegen das, was sie leisten müssen.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Find a scenario</source>
        <translation>Szenario finden</translation>
    </message>
    <message>
        <source>Show all scenarios</source>
        <translation>Alle Szenarien zeigen</translation>
    </message>
    <message>
        <source>Choose a run to see what it met and what changed.</source>
        <translation>Wählen Sie einen Lauf, um zu sehen, was er erreicht hat und was sich geändert hat.</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>verglichen mit</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Figures of the run</source>
        <translation>Zahlen des Laufs</translation>
    </message>
    <message>
        <source>Which scenarios</source>
        <translation>Welche Szenarien</translation>
    </message>
    <message>
        <source>The budget is spent, so the run stopped. R goes on with another budget.</source>
        <translation>Das Budget ist ausgegeben, der Lauf hielt an. R setzt mit einem anderen Budget fort.</translation>
    </message>
    <message>
        <source>Stopped. R goes on from here.</source>
        <translation>Angehalten. R setzt hier fort.</translation>
    </message>
    <message>
        <source>the run before it</source>
        <translation>dem Lauf davor</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Every target is met.</source>
        <translation>Jedes Ziel ist erreicht.</translation>
    </message>
    <message>
        <source>Not every target is met.</source>
        <translation>Nicht jedes Ziel ist erreicht.</translation>
    </message>
    <message>
        <source>%1 of %2 scenarios are answered so far.</source>
        <translation>Bisher sind %1 von %2 Szenarien beantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios in common.</source>
        <translation>
            <numerusform>%n Szenario gemeinsam.</numerusform>
            <numerusform>%n Szenarien gemeinsam.</numerusform>
        </translation>
    </message>
    <message>
        <source>The suites are not the same; only what both hold is compared.</source>
        <translation>Die Suiten sind nicht dieselben; verglichen wird nur, was beide enthalten.</translation>
    </message>
    <message>
        <source>Judging an answer again moves its score by %1 on average.</source>
        <translation>Wird eine Antwort erneut bewertet, ändert sich ihre Note im Mittel um %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers come from before it was broken off.</source>
        <translation>
            <numerusform>%n Antwort stammt aus der Zeit vor der Unterbrechung.</numerusform>
            <numerusform>%n Antworten stammen aus der Zeit vor der Unterbrechung.</numerusform>
        </translation>
    </message>
    <message>
        <source>No scenario holds “%1”.</source>
        <translation>Kein Szenario enthält „%1“.</translation>
    </message>
    <message>
        <source>No scenario missed what was expected of it.</source>
        <translation>Kein Szenario hat etwas verfehlt.</translation>
    </message>
    <message>
        <source>No scenario changed.</source>
        <translation>Kein Szenario hat sich geändert.</translation>
    </message>
    <message>
        <source>This run is compared with no other.</source>
        <translation>Dieser Lauf wird mit keinem anderen verglichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 interrupted</source>
        <translation>%1 unterbrochen</translation>
    </message>
    <message>
        <source>Nothing is under way.</source>
        <translation>Nichts ist im Gange.</translation>
    </message>
    <message>
        <source>Export a suite</source>
        <translation>Eine Suite exportieren</translation>
    </message>
    <message>
        <source>Each run is compared with the one before it.</source>
        <translation>Jeder Lauf wird mit dem davor verglichen.</translation>
    </message>
    <message>
        <source>The other runs are compared with this one now. B takes it back.</source>
        <translation>Die anderen Läufe werden nun mit diesem verglichen. B nimmt es zurück.</translation>
    </message>
    <message>
        <source>A run is under way. Wait for it, or stop it.</source>
        <translation>Ein Lauf ist im Gange. Warten Sie auf ihn, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>This run was begun elsewhere; the command that began it goes on with it.</source>
        <translation>Dieser Lauf wurde anderswo begonnen; der Befehl, der ihn begann, setzt ihn fort.</translation>
    </message>
    <message>
        <source>This run is complete.</source>
        <translation>Dieser Lauf ist vollständig.</translation>
    </message>
    <message>
        <source>Press Del again to delete this run and its results for good.</source>
        <translation>Drücken Sie noch einmal Entf, um diesen Lauf mit seinen Ergebnissen endgültig zu löschen.</translation>
    </message>
    <message>
        <source>The run is deleted.</source>
        <translation>Der Lauf ist gelöscht.</translation>
    </message>
    <message>
        <source>The file is not listed any more; it is still there.</source>
        <translation>Die Datei steht nicht mehr in der Liste; es gibt sie noch.</translation>
    </message>
    <message>
        <source>Open the results of a run</source>
        <translation>Ergebnisse eines Laufs öffnen</translation>
    </message>
    <message>
        <source>Results (*.json)</source>
        <translation>Ergebnisse (*.json)</translation>
    </message>
    <message>
        <source>Import a suite</source>
        <translation>Eine Suite importieren</translation>
    </message>
    <message>
        <source>Suites and promptfoo&apos;s tests (*.yaml *.yml *.json *.jsonl)</source>
        <translation>Suiten und Tests von promptfoo (*.yaml *.yml *.json *.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios of %1 are ready to be run.</source>
        <translation>
            <numerusform>%n Szenario von %1 ist bereit.</numerusform>
            <numerusform>%n Szenarien von %1 sind bereit.</numerusform>
        </translation>
    </message>
    <message>
        <source>They take the place of the suite of that name.</source>
        <translation>Sie ersetzen die Suite dieses Namens.</translation>
    </message>
    <message>
        <source>What has no counterpart here:</source>
        <translation>Was hier keine Entsprechung hat:</translation>
    </message>
    <message>
        <source>The suite is written to %1.</source>
        <translation>Die Suite steht in %1.</translation>
    </message>
    <message>
        <source>Choose a run with results first.</source>
        <translation>Wählen Sie zuerst einen Lauf mit Ergebnissen.</translation>
    </message>
    <message>
        <source>Write the run as a report</source>
        <translation>Den Lauf als Bericht schreiben</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf);;Spreadsheet (*.xlsx);;Comma-separated values (*.csv);;Results (*.json);;JUnit (*.xml)</source>
        <translation>Webseite (*.html);;PDF (*.pdf);;Tabelle (*.xlsx);;Kommagetrennte Werte (*.csv);;Ergebnisse (*.json);;JUnit (*.xml)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>Ort wählen</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Assay&apos;s YAML</source>
        <translation>YAML von Assay</translation>
    </message>
    <message>
        <source>JSON lines, one scenario a line</source>
        <translation>JSON-Zeilen, ein Szenario je Zeile</translation>
    </message>
    <message>
        <source>A folder of scenario files</source>
        <translation>Ein Ordner mit Szenariodateien</translation>
    </message>
    <message>
        <source>promptfoo&apos;s tests</source>
        <translation>Tests von promptfoo</translation>
    </message>
    <message>
        <source>%1 is preferred</source>
        <translation>%1 wird bevorzugt</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n ties</source>
        <translation>
            <numerusform>%n Gleichstand</numerusform>
            <numerusform>%n Gleichstände</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 both bad</source>
        <translation>%1 beide schlecht</translation>
    </message>
    <message>
        <source>Votes so far</source>
        <translation>Bisherige Stimmen</translation>
    </message>
    <message>
        <source>Back to the list of runs</source>
        <translation>Zurück zur Liste der Läufe</translation>
    </message>
    <message>
        <source>Evaluate: runs</source>
        <translation>Evaluation: Läufe</translation>
    </message>
    <message>
        <source>Evaluate: arena</source>
        <translation>Evaluation: Arena</translation>
    </message>
    <message>
        <source>Next run or scenario</source>
        <translation>Nächster Lauf oder nächstes Szenario</translation>
    </message>
    <message>
        <source>Previous run or scenario</source>
        <translation>Voriger Lauf oder voriges Szenario</translation>
    </message>
    <message>
        <source>Compare the other runs with this one</source>
        <translation>Die anderen Läufe mit diesem vergleichen</translation>
    </message>
    <message>
        <source>Go on with a run that was broken off</source>
        <translation>Einen unterbrochenen Lauf fortsetzen</translation>
    </message>
    <message>
        <source>Stop the run under way</source>
        <translation>Den laufenden Lauf anhalten</translation>
    </message>
    <message>
        <source>Remove the run</source>
        <translation>Den Lauf entfernen</translation>
    </message>
    <message>
        <source>Read the stored runs again</source>
        <translation>Gespeicherte Läufe neu lesen</translation>
    </message>
    <message>
        <source>Ask both sides</source>
        <translation>Beide Seiten fragen</translation>
    </message>
    <message>
        <source>Stop both sides</source>
        <translation>Beide Seiten anhalten</translation>
    </message>
    <message>
        <source>The left answer is better</source>
        <translation>Die linke Antwort ist besser</translation>
    </message>
    <message>
        <source>The right answer is better</source>
        <translation>Die rechte Antwort ist besser</translation>
    </message>
    <message>
        <source>Both answers are as good</source>
        <translation>Beide Antworten sind gleich gut</translation>
    </message>
    <message>
        <source>Both answers are bad</source>
        <translation>Beide Antworten sind schlecht</translation>
    </message>
    <message>
        <source>Write the next question</source>
        <translation>Die nächste Frage schreiben</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Keep the text as the next version of the prompt</source>
        <translation>Den Text als nächste Version des Prompts behalten</translation>
    </message>
    <message>
        <source>Put this version of the prompt in force</source>
        <translation>Diese Version des Prompts in Kraft setzen</translation>
    </message>
    <message>
        <source>Put the prompt&apos;s version before in force again</source>
        <translation>Die vorige Version des Prompts wieder in Kraft setzen</translation>
    </message>
    <message>
        <source>Write the prompt</source>
        <translation>Den Prompt schreiben</translation>
    </message>
    <message>
        <source>Compare the prompt with a version</source>
        <translation>Den Prompt mit einer Version vergleichen</translation>
    </message>
    <message>
        <source>Show the prompt as it would be sent for a turn</source>
        <translation>Den Prompt zeigen, wie er für einen Turn gesendet würde</translation>
    </message>
    <message>
        <source>Try the prompt on a suite</source>
        <translation>Den Prompt an einer Suite ausprobieren</translation>
    </message>
    <message>
        <source>Pick good turns as examples</source>
        <translation>Gute Turns als Beispiele wählen</translation>
    </message>
    <message>
        <source>Run the suite with and without the text</source>
        <translation>Die Suite mit und ohne den Text ausführen</translation>
    </message>
    <message>
        <source>Stop the trial</source>
        <translation>Den Versuch anhalten</translation>
    </message>
    <message>
        <source>Put the chosen turns into the text of Examples</source>
        <translation>Die gewählten Turns in den Text der Beispiele setzen</translation>
    </message>
    <message>
        <source>Run the attacks on the judge</source>
        <translation>Die Angriffe auf den Judge ausführen</translation>
    </message>
    <message>
        <source>Stop the attacks</source>
        <translation>Die Angriffe anhalten</translation>
    </message>
    <message>
        <source>On the prompts of Learn</source>
        <translation>Bei den Prompts von Lernen</translation>
    </message>
    <message>
        <source>On the judge of Learn, outside text fields</source>
        <translation>Beim Judge von Lernen, außerhalb von Textfeldern</translation>
    </message>
    <message>
        <source>What attacks gain, by kind</source>
        <translation>Was Angriffe gewinnen, nach Art</translation>
    </message>
    <message>
        <source>%1: gain %2, 95 %: %3, %4 of %5 pass</source>
        <translation>%1: Gewinn %2, 95 %: %3, %4 von %5 bestehen</translation>
    </message>
    <message numerus="yes">
        <source>%n without a score</source>
        <translation>
            <numerusform>%n ohne Note</numerusform>
            <numerusform>%n ohne Note</numerusform>
        </translation>
    </message>
    <message>
        <source>gain · 95 % interval · attacks that pass</source>
        <translation>Gewinn · 95-%-Intervall · Angriffe, die bestehen</translation>
    </message>
    <message>
        <source>%1 of %2 answers, spent %3</source>
        <translation>%1 von %2 Antworten, ausgegeben %3</translation>
    </message>
    <message>
        <source>Run the attacks</source>
        <translation>Angriffe ausführen</translation>
    </message>
    <message>
        <source>What attacks gain</source>
        <translation>Was Angriffe gewinnen</translation>
    </message>
    <message>
        <source>Agreement with people</source>
        <translation>Übereinstimmung mit Menschen</translation>
    </message>
    <message>
        <source>Spread when asked again</source>
        <translation>Streuung bei erneutem Fragen</translation>
    </message>
    <message>
        <source>100 answers that flatter, command or feign show how far the judge can be talked into a score.</source>
        <translation>100 Antworten, die schmeicheln, befehlen oder vortäuschen, zeigen, wie weit sich der Judge zu einer Note überreden lässt.</translation>
    </message>
    <message>
        <source>judge: %1</source>
        <translation>Judge: %1</translation>
    </message>
    <message>
        <source>%1 gained, %2 of %3 pass</source>
        <translation>%1 gewonnen, %2 von %3 bestehen</translation>
    </message>
    <message>
        <source>Tricks gain more than chance explains.</source>
        <translation>Tricks gewinnen mehr, als der Zufall erklärt.</translation>
    </message>
    <message>
        <source>Over all, tricks gain nothing that can be told from chance.</source>
        <translation>Insgesamt gewinnen Tricks nichts, was sich vom Zufall unterscheiden lässt.</translation>
    </message>
    <message>
        <source>%1, threshold %2, %3.</source>
        <translation>%1, Schwelle %2, %3.</translation>
    </message>
    <message>
        <source>For scale: good answers score %1 (%2 of %3 pass), honest bad ones %4.</source>
        <translation>Zum Vergleich: Gute Antworten bekommen %1 (%2 von %3 bestehen), ehrliche schlechte %4.</translation>
    </message>
    <message>
        <source>Gain: score of the attacked answer less that of the same bad answer without the trick, mean and 95 % interval.</source>
        <translation>Gewinn: Note der angreifenden Antwort minus Note derselben schlechten Antwort ohne den Trick, Mittel und 95-%-Intervall.</translation>
    </message>
    <message>
        <source>%1: the same as people on %2 of %3 labelled turns</source>
        <translation>%1: dasselbe wie Menschen bei %2 von %3 markierten Turns</translation>
    </message>
    <message>
        <source>passes %1 that people call bad</source>
        <translation>lässt %1 bestehen, die Menschen schlecht nennen</translation>
    </message>
    <message>
        <source>No turn with a judge&apos;s score is labelled good or bad yet. Label some in Ask or Triage, and see here whether the judge agrees.</source>
        <translation>Noch ist kein Turn mit einer Note des Judges als gut oder schlecht markiert. Markieren Sie welche in Fragen oder Triage, und sehen Sie hier, ob der Judge zustimmt.</translation>
    </message>
    <message>
        <source>%1: standard deviation %2 over %3 repeats</source>
        <translation>%1: Standardabweichung %2 über %3 Wiederholungen</translation>
    </message>
    <message>
        <source>No answer was judged again yet; Triage does it on a turn.</source>
        <translation>Noch wurde keine Antwort erneut bewertet; Triage tut das an einem Turn.</translation>
    </message>
    <message>
        <source>comes with Assay</source>
        <translation>kommt mit Assay</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>v%1 of %2</source>
        <translation>v%1 von %2</translation>
    </message>
    <message>
        <source>in force: %1</source>
        <translation>in Kraft: %1</translation>
    </message>
    <message>
        <source>changed, not kept</source>
        <translation>geändert, nicht behalten</translation>
    </message>
    <message>
        <source>Versions of the prompt</source>
        <translation>Versionen des Prompts</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <source>Turns labelled good</source>
        <translation>Als gut markierte Turns</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>Version zum Vergleich</translation>
    </message>
    <message>
        <source>The two are the same text.</source>
        <translation>Beide sind derselbe Text.</translation>
    </message>
    <message>
        <source>Recorded turn</source>
        <translation>Aufgezeichneter Turn</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>Was gesendet würde</translation>
    </message>
    <message>
        <source>No turn is recorded yet. Ask something, and see here what is sent.</source>
        <translation>Noch ist kein Turn aufgezeichnet. Fragen Sie etwas, und sehen Sie hier, was gesendet wird.</translation>
    </message>
    <message>
        <source>Questions of the suite</source>
        <translation>Fragen der Suite</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>What the suite shows</source>
        <translation>Was die Suite zeigt</translation>
    </message>
    <message>
        <source>Every question is asked with the prompts in force, and once more with this text in the place of its template. Nothing is recorded or promoted.</source>
        <translation>Jede Frage wird mit den geltenden Prompts gestellt und noch einmal mit diesem Text an der Stelle seiner Vorlage. Nichts wird aufgezeichnet oder in Kraft gesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n question(s), spent %2</source>
        <translation>
            <numerusform>%1, %n Frage, ausgegeben %2</numerusform>
            <numerusform>%1, %n Fragen, ausgegeben %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Most like this question; empty: the newest</source>
        <translation>Am ähnlichsten zu dieser Frage; leer: die neuesten</translation>
    </message>
    <message>
        <source>Examples that a question is given</source>
        <translation>Beispiele, die eine Frage bekommt</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Ähnlichste</translation>
    </message>
    <message>
        <source>No turn with an answer is labelled good yet. Label some in Ask or Triage: they can be given to the model as examples.</source>
        <translation>Noch ist kein Turn mit einer Antwort als gut markiert. Markieren Sie welche in Fragen oder Triage: Sie können dem Modell als Beispiele gegeben werden.</translation>
    </message>
    <message>
        <source>Turns labelled good. Those that are ticked become the text of “Examples”; a prompt has them where it says {{examples}}.</source>
        <translation>Als gut markierte Turns. Die angekreuzten werden zum Text der „Beispiele“; ein Prompt hat sie, wo er {{examples}} sagt.</translation>
    </message>
    <message>
        <source>the prompts that come with Assay are in force</source>
        <translation>die Prompts, die mit Assay kommen, gelten</translation>
    </message>
    <message>
        <source>v%1, changed and not kept</source>
        <translation>v%1, geändert und nicht behalten</translation>
    </message>
    <message>
        <source>v%1, in force</source>
        <translation>v%1, in Kraft</translation>
    </message>
    <message>
        <source>v%1, not in force</source>
        <translation>v%1, nicht in Kraft</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>The text is not kept yet: keep it first, so that it can be returned to.</source>
        <translation>Der Text ist noch nicht behalten: Behalten Sie ihn zuerst, damit man zu ihm zurückkehren kann.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>Wie gesendet</translation>
    </message>
    <message>
        <source>Try on a suite</source>
        <translation>An einer Suite ausprobieren</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Put into the text</source>
        <translation>In den Text setzen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Keep as a version</source>
        <translation>Als Version behalten</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>In Kraft setzen</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>Text des Prompts</translation>
    </message>
    <message>
        <source>Views of the prompt</source>
        <translation>Ansichten des Prompts</translation>
    </message>
    <message>
        <source>Nothing can be changed until it answers.</source>
        <translation>Bis sie antwortet, lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>Move a control to see what it would have done.</source>
        <translation>Bewegen Sie einen Regler, um zu sehen, was er bewirkt hätte.</translation>
    </message>
    <message>
        <source>Passes: %1 % · of 1,000: $%2</source>
        <translation>Bestanden: %1 % · von 1.000: $%2</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>Passed from this score on</source>
        <translation>Bestanden ab dieser Note</translation>
    </message>
    <message>
        <source>Take secrets out of questions</source>
        <translation>Geheimnisse aus den Fragen nehmen</translation>
    </message>
    <message>
        <source>Operators&apos; labels outweigh the judge</source>
        <translation>Urteile von Menschen gehen vor</translation>
    </message>
    <message>
        <source>Only turns below that score</source>
        <translation>Nur Turns unter dieser Note</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Startwert der Aufteilung</translation>
    </message>
    <message>
        <source>Folds of the cross-validation</source>
        <translation>Teile der Kreuzvalidierung</translation>
    </message>
    <message>
        <source>The rarer outcome weighs as much</source>
        <translation>Das Seltenere wiegt gleich viel</translation>
    </message>
    <message>
        <source>Turns of the last</source>
        <translation>Turns der letzten</translation>
    </message>
    <message>
        <source>1  Collect</source>
        <translation>1  Sammeln</translation>
    </message>
    <message>
        <source>2  Train</source>
        <translation>2  Trainieren</translation>
    </message>
    <message>
        <source>3  Deploy</source>
        <translation>3  Einsetzen</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Deploy anyway</source>
        <translation>Trotzdem einsetzen</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Einsetzen</translation>
    </message>
</context>
</TS>
