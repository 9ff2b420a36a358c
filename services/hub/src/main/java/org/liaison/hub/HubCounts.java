package org.liaison.hub;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liaison.message.StrictJson;
import org.liaison.statistics.Answer;
import org.liaison.statistics.Gate;
import org.liaison.statistics.Period;
import org.liaison.statistics.Population;
import org.liaison.statistics.Query;
import org.liaison.statistics.Variable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/// The hub's own counts, at the management port: raw for its operators to look at, and released for everybody to have.
@WebEndpoint(id = "statistics")
class HubCounts {

    private static final int UNPROCESSABLE = 422;

    private final MessageFacts facts;
    private final Gate gate;
    private final InstantSource clock;

    HubCounts(MessageFacts facts, Gate gate, InstantSource clock) {
        this.facts = facts;
        this.gate = gate;
        this.clock = clock;
    }

    /// Unrounded: small corridors recognise cases. Not for passing on; that is what [#release] is for.
    @ReadOperation
    public WebEndpointResponse<Map<String, Object>> raw(@Nullable String month) {
        try {
            YearMonth asked =
                    month == null ? YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)) : YearMonth.parse(month);
            return new WebEndpointResponse<>(MessageFacts.counts(facts.of(asked, asked)));
        } catch (DateTimeException e) {
            return refused("A month is written like 2026-01.");
        }
    }

    @WriteOperation
    public WebEndpointResponse<Map<String, Object>> release(String from, String to, @Nullable String by) {
        try {
            List<Variable> variables = Arrays.stream((by == null ? "" : by).split(","))
                    .filter(title -> !title.isBlank())
                    .map(title -> Variable.named(title.strip(), Population.MESSAGE))
                    .toList();
            Period period = new Period(YearMonth.parse(from), YearMonth.parse(to));
            return switch (gate.release(new Query(Population.MESSAGE, period, variables), clock.instant())) {
                case Answer.Refused(String sentence) -> refused(sentence);
                case Answer.Released(var release) ->
                    new WebEndpointResponse<>(json(release.toJson().utf8()));
            };
        } catch (DateTimeException e) {
            return refused("A month is written like 2026-01.");
        } catch (IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String text) {
        return StrictJson.MAPPER.readValue(text, Map.class);
    }

    private static WebEndpointResponse<Map<String, Object>> refused(String sentence) {
        return new WebEndpointResponse<>(Map.of("detail", sentence), UNPROCESSABLE);
    }
}
