package org.liaison.tracing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.liaison.message.MessageId;

/// One stage of one message's way: when, how it went, and when each of its steps was.
public record Leg(MessageId message, Stage stage, Period when, Facts facts, Map<Stage, Period> steps) {

    public Leg {
        steps = Map.copyOf(steps);
    }

    public record Period(Instant from, Instant to) {
        public Period {
            if (to.isBefore(from)) throw new IllegalArgumentException("a stage ends after it began");
        }
    }

    /// When the steps of one batch were: for all of its messages the same.
    public static final class Steps {

        private final Map<Stage, Period> done = new EnumMap<>(Stage.class);

        /// A clock that was set back in between shortens a step to nothing.
        public void done(Stage step, Instant from, Instant to) {
            done.put(step, new Period(from, to.isBefore(from) ? from : to));
        }

        /// A stage that these steps make up, which have all been done.
        public Leg leg(MessageId message, Stage stage, Facts facts, Stage first, Stage... others) {
            Map<Stage, Period> steps = new EnumMap<>(Stage.class);
            steps.put(first, of(first));
            for (Stage other : others) steps.put(other, of(other));
            Instant from = steps.values().stream()
                    .map(Period::from)
                    .min(Instant::compareTo)
                    .orElseThrow();
            Instant to = steps.values().stream()
                    .map(Period::to)
                    .max(Instant::compareTo)
                    .orElseThrow();
            return new Leg(message, stage, new Period(from, to), facts, others.length == 0 ? Map.of() : steps);
        }

        private Period of(Stage step) {
            Period period = done.get(step);
            if (period == null) throw new IllegalStateException(step + " has not been done");
            return period;
        }
    }
}
