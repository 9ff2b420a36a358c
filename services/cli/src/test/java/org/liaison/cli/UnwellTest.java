package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What a script is told by the exit code.
class UnwellTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            log        | false | {"standing":{"witnesses":[{"disputes":false}]}}
            log        | false | {"stage":"UNDER_WAY","standing":{"witnesses":[]}}
            log        | false | {"stage":"WHOLE","standing":{"witnesses":[{"disputes":false}]}}
            log        | true  | {"stage":"BROKEN","standing":{"witnesses":[]}}
            log        | true  | {"stage":"UNFINISHED","standing":{"witnesses":[]}}
            log        | true  | {"stage":"WHOLE","standing":{"witnesses":[{"disputes":false},{"disputes":true}]}}
            alerts     | false | []
            alerts     | true  | [{"cause":"CLOCK HUB"}]
            alerts     | true  | [{"cause":"CLOCK HUB","acknowledged":{"by":"ada"}},{"cause":"DISK data"}]
            alerts     | false | [{"cause":"CLOCK HUB","acknowledged":{"by":"ada"}}]
            alerts     | false | [{"cause":"CLOCK HUB","cleared":"2026-03-01T12:00:00Z"}]
            gateways   | false | [{"standing":"REPORTS"},{"standing":"UNHEARD"}]
            gateways   | true  | [{"standing":"REPORTS"},{"standing":"SILENT"}]
            quarantine | false | {"lying":{"groups":[]},"proposals":[]}
            quarantine | true  | {"lying":{"groups":[{"cause":{}}]},"proposals":[]}
            quarantine | true  | {"lying":{"sentence":"The broker does not answer."},"proposals":[]}
            mailboxes  | false | {"at":"2026-03-01T12:00:00Z","boxes":[{"depth":700}]}
            mailboxes  | true  | {"sentence":"The broker does not answer."}
            changes    | false | [{"event":"HUB_STARTED"}]
            """)
    void a_view_that_is_not_as_it_should_be_is_told_apart(String view, boolean unwell, String json) {
        assertThat(Unwell.is(view, JsonMapper.shared().readTree(json)))
                .as(view + json)
                .isEqualTo(unwell);
    }

    @Test
    void a_gateway_is_well_when_it_has_the_hub_a_directory_and_a_rulebook() {
        String status = """
                {"hub":{"connected":%s},"directory":{"standing":"%s"},"rulebook":{"standing":"IN_FORCE"}}
                """;
        assertThat(gateway(status.formatted(true, "IN_FORCE"))).isFalse();
        assertThat(gateway(status.formatted(true, "GRACE"))).isFalse();
        assertThat(gateway(status.formatted(false, "IN_FORCE"))).isTrue();
        assertThat(gateway(status.formatted(true, "EXPIRED"))).isTrue();
    }

    private static boolean gateway(String json) {
        return Unwell.isGateway(JsonMapper.shared().readTree(json));
    }
}
