package org.liaison.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liaison.console.alert.Found;
import org.liaison.console.alert.Rule;

/// Where somebody lands who clicks on an alert.
class TrailTest {

    private static final String LEADS = """
            OLDEST_AGE       | URGENT                  | /mailboxes
            DEAD_LINK        | gateway-xa              | /routes#at-gateway-xa
            REFUSALS         | XC-XA                   | /charts?corridor=XC-XA
            CERTIFICATE_DUE  | SIGNING xa.police       | /certificates
            CERTIFICATE_OVER | GATEWAY_TLS gateway-xa  | /certificates
            SNAPSHOT_DUE     | DIRECTORY               | /snapshots
            DISK             | /srv/hub                | /mailboxes
            CLOCK            | HUB                     | /runbook/clock
            CLOCK            | gateway-xa              | /routes#at-gateway-xa
            LOG_STILL        | INTAKES                 | /routes
            LOG_BROKEN       | log.example             | /log
            LOG_UNWITNESSED  | log.example             | /log
            LOG_DISPUTED     | witness.xa              | /log
            LOG_CHANGED      | gateway-xa              | /log
            QUARANTINE       | QUARANTINE              | /quarantine
            PAUSED           | hub-intake              | /routes
            BROKER_SILENT    | BROKER                  | /mailboxes
            GATEWAY_SILENT   | gateway-xa              | /routes#at-gateway-xa
            GATEWAY_OUTBOX   | gateway-xa              | /routes#at-gateway-xa
            GATEWAY_TROUBLE  | gateway-xa              | /routes#at-gateway-xa
            UNASKED          | CERTIFICATES            | /diagnostics
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LEADS)
    void an_alert_leads_to_where_its_cause_is_seen(Rule rule, String about, String page) {
        assertThat(Trail.to(new Found(rule, List.of(about)))).isEqualTo(page);
    }

    @Test
    void no_rule_is_left_out() {
        Set<Rule> tried = EnumSet.noneOf(Rule.class);
        LEADS.lines().forEach(line -> tried.add(Rule.valueOf(line.split("\\|", -1)[0].strip())));
        assertThat(tried).containsExactlyInAnyOrder(Rule.values());
    }
}
