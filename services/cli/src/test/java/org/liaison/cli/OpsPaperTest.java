package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What a person reads of the console's views, where there is something to read.
class OpsPaperTest {

    private static final String AT = "\"2026-11-22T18:46:54.335662562Z\"";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            traffic    | {"at":AT,"complete":false,"missed":2,"ways":[{"corridor":"XC-XA","lane":"URGENT","inFlight":3,"oldest":AT,"lastHour":{"accepted":7,"handedOver":4,"refused":1,"failed":0,"latency":{"median":"PT0.022S","p99":"PT3M"}}}]} | XC-XA urgent 3
            traffic    | {"at":AT,"complete":false,"missed":2,"ways":[{"corridor":"XC-XA","lane":"URGENT","inFlight":3,"oldest":AT,"lastHour":{"accepted":7,"handedOver":4,"refused":1,"failed":0,"latency":{"median":"PT0.022S","p99":"PT3M"}}}]} | 7 4 1 0 22 ms 3 min
            series     | {"span":"HOUR","from":AT,"steps":[{"accepted":0,"handedOver":0,"refused":0,"failed":0,"opened":0},{"accepted":5,"handedOver":0,"refused":0,"failed":0,"opened":0,"latency":{}}]} | 5 0 0 0 0 -
            gateways   | [{"gateway":"gateway-xa","states":["XA"],"standing":"REPORTS","heard":AT,"clockAhead":"PT-0.004119319S","report":{"program":"1.0","startedAt":AT,"outbox":[{"lane":"URGENT","depth":2,"oldestSeconds":42}],"database":"AWAY","disk":"OK"},"refused":0,"tested":{"at":AT,"by":"ada","stage":"ANSWERED","echoed":{"roundTrip":"PT0.012345S"}}}] | clock 4 ms behind
            gateways   | [{"gateway":"gateway-xa","states":["XA"],"standing":"REPORTS","report":{"outbox":[{"lane":"URGENT","depth":2,"oldestSeconds":42}],"database":"AWAY"}}] | outbox urgent 2, oldest 42 s database away
            gateways   | [{"gateway":"gateway-xa","states":["XA"],"standing":"SILENT","tested":{"at":AT,"by":"ada","stage":"ANSWERED","echoed":{"roundTrip":"PT0.012345S"}}}] | by ada: answered after 12 ms
            quarantine | {"lying":{"groups":[{"cause":{"fault":"Broken","place":"Book:12"},"items":[{"id":"4711","at":AT,"gateway":"gateway-xc","message":"m-1"}]}]},"proposals":[{"id":"p-1","effect":"DISCARD","messages":["4711"],"by":"ada","why":"noise","until":AT}]} | Broken at Book:12 ID SINCE GATEWAY MESSAGE 4711
            quarantine | {"lying":{"groups":[]},"proposals":[{"id":"p-1","effect":"DISCARD","messages":["4711"],"by":"ada","why":"noise","until":AT}]} | discard 1, asked for by ada: noise They type: liaison ops quarantine confirm p-1
            quarantine | {"lying":{"sentence":"The broker does not answer."},"proposals":[]} | The broker does not answer.
            trace      | [{"index":5,"at":AT,"event":"SubmissionAcceptance","by":"hub","why":["X"],"proven":false,"parties":{"from":"xc.a.b","to":["xa.a.b","xb.a.b"],"kind":"REF-REQ","caseId":"XC-1","lane":"URGENT"}}] | log entry 5, NOT PROVEN why X from xc.a.b to xa.a.b, xb.a.b what REF-REQ, case XC-1, urgent
            log        | {"standing":{"origin":"log.example","size":9,"root":"ab","witnesses":[],"claims":[{"gateway":"gateway-xa","since":AT,"proven":true}]},"stage":"UNDER_WAY","examination":{"since":AT,"read":3,"of":9}} | examination under way, 3 of 9 read witnesses none configured changed log says gateway-xa since
            alerts     | [{"cause":"DISK data","since":AT,"sentence":"The disk is full.","acknowledged":{"by":"ben","at":AT}}] | DISK data ben The disk is full.
            events     | [{"at":AT,"kind":"HANDED_OVER","corridor":"XC-XA","message":"m-1","from":"xc.a.b","to":"xa.a.b"}] | handed over XC-XA m-1 xc.a.b, xa.a.b, -
            deadlines  | {"days":90,"corridors":[{"corridor":"XC-XA","open":1,"inTime":2,"late":3,"missed":4}],"missed":[{"due":AT,"kind":"REF-REQ","from":"xc.a.b","by":"xa.a.b","message":"m-1"}]} | XC-XA 1 2 3 4
            """)
    void a_view_is_told_in_tables_and_plain_lines(String view, String json, String told) {
        assertThat(printed(view, json)).contains(told).doesNotContain("2026-11-22T", "PT0.", "PT-", "335662562");
    }

    @Test
    void a_long_last_column_is_wrapped_under_itself() {
        StringWriter out = new StringWriter();
        show(out, "alerts", "[{\"cause\":\"DISK data\",\"since\":AT,\"sentence\":\"" + "one two ".repeat(12) + "\"}]");
        assertThat(out.toString().lines())
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void what_steers_a_terminal_is_not_printed() {
        StringWriter out = new StringWriter();
        show(out, "alerts", "[{\"cause\":\"DISK \\u001b[31m\",\"since\":AT,\"sentence\":\"x\"}]");
        assertThat(out.toString()).doesNotContain("\u001b");
    }

    private static String printed(String view, String json) {
        StringWriter out = new StringWriter();
        show(out, view, json);
        return out.toString().replaceAll("\\s+", " ");
    }

    private static void show(StringWriter out, String view, String json) {
        new OpsPaper(new Paper(new PrintWriter(out, true)))
                .show(
                        view,
                        JsonMapper.shared()
                                .readTree(json.replace("AT,", AT + ",").replace("AT}", AT + "}")));
    }
}
