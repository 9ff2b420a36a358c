package org.liaison.tracing.otlp;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.MessageId;
import org.liaison.tracing.Leg;
import org.liaison.tracing.Outcome;
import org.liaison.tracing.Stage;

/// Trace and span ids. A trace id has 128 bits, like a message id: it is the message id.
final class TraceIds implements IdGenerator {

    /// The bits of an id of version 7 that are drawn, and that W3C's consistent sampling looks at.
    private static final long LAST_56 = (1L << 56) - 1;

    /// The ids of the span that is being begun, where they are not to be drawn.
    private static final ScopedValue<SpanContext> NEXT = ScopedValue.newInstance();

    /// In the message's trace, the span of a stage that is passed once.
    static SpanContext known(MessageId message, Stage stage) {
        long id = ByteBuffer.wrap(
                        Bytes.ofUtf8(stage + " " + message).sha256().value().toArray())
                .getLong();
        return SpanContext.createFromRemoteParent(
                TraceId.fromLongs(
                        message.value().getMostSignificantBits(),
                        message.value().getLeastSignificantBits()),
                SpanId.fromLong(id),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }

    /// The id that this leg has everywhere: only where it is passed once, or two spans would have
    /// one id.
    static Optional<SpanContext> knownOf(Leg leg) {
        boolean once = switch (leg.stage()) {
            case COMPOSE -> true;
            case INTAKE ->
                leg.facts().outcome() == Outcome.ACCEPTED || leg.facts().outcome() == Outcome.REFUSED;
            default -> false;
        };
        return once ? Optional.of(known(leg.message(), leg.stage())) : Optional.empty();
    }

    /// Whether a message is in this share of all: decided by its id, so that every program takes
    /// the same ones.
    static boolean isIn(double share, MessageId message) {
        long drawn = message.value().getLeastSignificantBits() & LAST_56;
        return drawn >= (long) ((1 - share) * (LAST_56 + 1));
    }

    static Span begin(SpanBuilder span, Leg leg) {
        return knownOf(leg)
                .map(known -> ScopedValue.where(NEXT, known).call(span::startSpan))
                .orElseGet(span::startSpan);
    }

    @Override
    public String generateSpanId() {
        return NEXT.isBound() ? NEXT.get().getSpanId() : IdGenerator.random().generateSpanId();
    }

    /// Asked only for the first stage of a message: all others follow from one that names the
    /// trace.
    @Override
    public String generateTraceId() {
        return NEXT.get().getTraceId();
    }
}
