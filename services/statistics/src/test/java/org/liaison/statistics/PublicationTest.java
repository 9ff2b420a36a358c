package org.liaison.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;

class PublicationTest {

    private static Release of(String source, int women, int men) {
        LedgerInMemory ledger = new LedgerInMemory();
        Crowd.of(women, "f", GateTest.JANUARY, Variable.SEX, "2", Variable.ACK_TIME, "WITHIN_1_DAY")
                .forEach(ledger::note);
        Crowd.of(men, "m", GateTest.JANUARY, Variable.SEX, "1", Variable.ACK_TIME, "WITHIN_7_DAYS")
                .forEach(ledger::note);
        return GateTest.released(new Gate(source, Terms.STANDARD, ledger, Crowd.NO_MORE)
                .release(
                        new Query(Population.REFERRAL, GateTest.HALF_YEAR, List.of(Variable.SEX, Variable.AGE)),
                        GateTest.NEXT_YEAR));
    }

    @Test
    void a_release_is_csv_with_a_dictionary_that_has_every_code_of_it() {
        Map<String, String> files = Publication.csv(of("gateway-xc", 47, 33));
        assertThat(files.get("referral-by-sex-ageBroad.csv")).isEqualTo("""
                        source,population,from,to,sex,ageBroad,count\r
                        gateway-xc,referral,2026-01,2026-06,1,-99,30\r
                        gateway-xc,referral,2026-01,2026-06,2,-99,40\r
                        """);
        assertThat(files.get("dictionary.csv"))
                .contains("referral,sex,2,\"female\",\"ISO/IEC 5218; CTDC gender\"\r\n")
                .contains("referral,ageBroad,-99,\"not stated, or withheld\"")
                .doesNotContain("IC-TIP");
        assertThat(files.get("README.txt"))
                .contains("referralsSent            80")
                .contains("rounded down to a multiple")
                .contains("      40  female");
    }

    @Test
    void a_median_is_the_band_of_the_middle_one_and_absent_where_too_little_is_shown() {
        assertThat(indicator(of("gateway-xc", 47, 33), "medianTimeToAck")).contains("up to one day");
        assertThat(indicator(of("gateway-xc", 33, 47), "medianTimeToAck")).contains("more than 3 and up to 7 days");
        assertThat(indicator(of("gateway-xc", 5, 5), "medianTimeToAck")).isEmpty();
        assertThat(indicator(of("gateway-xc", 47, 33), "guardianWithinADay")).isEmpty();
    }

    @Test
    void the_report_adds_up_what_was_released_and_nothing_else() {
        Report report = Report.of(List.of(of("gateway-xa", 47, 33), of("gateway-xb", 25, 3), of("gateway-xc", 4, 4)))
                .getFirst();
        assertThat(report.total()).isEqualTo(80 + 20);
        Table sex = report.tables().stream()
                .filter(table -> table.by().equals(List.of(Variable.SEX)))
                .findFirst()
                .orElseThrow();
        assertThat(sex.count("2")).isEqualTo(40 + 10);
        assertThat(sex.count("1")).isEqualTo(30);
        assertThat(report.statement()).contains("3 sources").contains("too low");
        assertThat(Publication.readable(report)).contains("all sources");
    }

    @Test
    void a_report_refuses_to_count_a_source_twice() {
        assertThatThrownBy(() -> Report.of(List.of(of("gateway-xa", 20, 0), of("gateway-xa", 20, 0))))
                .hasMessageContaining("Two of the files are by gateway-xa");
    }

    @Test
    void figures_that_no_gate_let_out_are_not_read() {
        String json = of("gateway-xa", 47, 33).toJson().utf8();
        assertThat(problem(json.replace("\"count\":40", "\"count\":43"))).contains("multiple of 10");
        assertThat(problem(json.replace("\"k\":11", "\"k\":3"))).contains("only be made stricter");
        assertThat(problem(json.replace("\"codes\":[\"2\"", "\"codes\":[\"Ms One\"")))
                .contains("not a code of sex")
                .doesNotContain("Ms One");
        assertThat(problem("[]")).contains("not an object");
    }

    private static String problem(String json) {
        return Release.read(Bytes.ofUtf8(json)) instanceof Reading.Garbled<Release>(String why) ? why : "read";
    }

    private static Optional<String> indicator(Release release, String name) {
        return release.indicators().stream()
                .filter(indicator -> indicator.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
