package org.liaison.tracing.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {

    /// The network, as it goes and comes.
    private static final class Network implements SpanExporter {
        private final Deque<Boolean> answers = new ArrayDeque<>(List.of(true, false, false, true, true, false));

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return answers.remove() ? CompletableResultCode.ofSuccess() : CompletableResultCode.ofFailure();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void a_collector_that_goes_away_is_reported_once_and_once_when_it_is_back() {
        List<Boolean> away = new ArrayList<>();
        Network network = new Network();
        Reach reach = new Reach(network, away::add);
        while (!network.answers.isEmpty()) reach.export(List.of());
        assertThat(away).containsExactly(true, false, true);
    }
}
