package org.liaison.tracing.otlp;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.liaison.message.Country;
import org.liaison.message.MessageId;
import org.liaison.tracing.Facts;
import org.liaison.tracing.Follower;
import org.liaison.tracing.Leg;
import org.liaison.tracing.Leg.Period;
import org.liaison.tracing.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An OpenTelemetry collector that is told of messages. What it does not take in time is dropped:
/// being told is on the way of post, sending is not.
public final class Collector implements Follower, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(5), 16_384);

    // The closed list of what is sent. Whoever adds to it adds to docker/README.md.
    private static final AttributeKey<String> OUTCOME = stringKey("liaison.outcome");
    private static final AttributeKey<Long> BATCH = longKey("liaison.batch");
    private static final AttributeKey<String> LANE = stringKey("liaison.lane");
    private static final AttributeKey<String> KIND = stringKey("liaison.kind");
    private static final AttributeKey<String> FROM = stringKey("liaison.from");
    private static final AttributeKey<List<String>> TO = stringArrayKey("liaison.to");
    private static final AttributeKey<Long> BYTES = longKey("liaison.bytes");
    private static final AttributeKey<String> GATEWAY = stringKey("liaison.gateway");
    private static final AttributeKey<String> REASON = stringKey("liaison.reason");
    private static final AttributeKey<String> EVENT = stringKey("liaison.event");

    private final double share;
    private final InstantSource clock;
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /// For how long an answer is waited for, and how many spans wait meanwhile at most.
    record Bounds(Duration patience, int waiting) {}

    private Collector(URI endpoint, double share, String program, InstantSource clock, Bounds bounds) {
        this.share = share;
        this.clock = clock;
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(bounds.patience())
                .setConnectTimeout(bounds.patience())
                .setMeterProvider(MeterProvider::noop)
                .build();
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.create(
                        Attributes.of(stringKey("service.namespace"), "liaison", stringKey("service.name"), program)))
                .setIdGenerator(new TraceIds())
                .addSpanProcessor(BatchSpanProcessor.builder(
                                new Reach(exporter, away -> report(endpoint.getAuthority(), away)))
                        .setScheduleDelay(EVERY)
                        .setExporterTimeout(bounds.patience())
                        .setMaxQueueSize(bounds.waiting())
                        .build())
                .build();
        this.tracer = provider.get("org.liaison");
    }

    /// `endpoint` takes OTLP over HTTP (`http://collector:4318/v1/traces`); `share`, from 0 to 1,
    /// says of how many messages it is told; `program` is who tells.
    public static Collector at(URI endpoint, double share, String program, InstantSource clock) {
        return at(endpoint, share, program, clock, BOUNDS);
    }

    static Collector at(URI endpoint, double share, String program, InstantSource clock, Bounds bounds) {
        return new Collector(endpoint, share, program, clock, bounds);
    }

    private static void report(String where, boolean away) {
        if (away) LOG.warn("The collector of traces at {} takes nothing. Traces are dropped, post goes on.", where);
        else LOG.info("The collector of traces at {} takes them again.", where);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public boolean follows(MessageId id) {
        return TraceIds.isIn(share, id);
    }

    @Override
    public void told(Leg leg) {
        Span span = begin(leg);
        span.setAllAttributes(attributes(leg.facts()));
        if (leg.facts().outcome().isTrouble()) span.setStatus(StatusCode.ERROR);
        Context inside = Context.root().with(span);
        for (Map.Entry<Stage, Period> step : leg.steps().entrySet())
            tracer.spanBuilder(step.getKey().toString())
                    .setParent(inside)
                    .setStartTimestamp(step.getValue().from())
                    .startSpan()
                    .end(step.getValue().to());
        span.end(leg.when().to());
    }

    private Span begin(Leg leg) {
        SpanBuilder builder = tracer.spanBuilder(leg.stage().toString())
                .setStartTimestamp(leg.when().from());
        leg.stage()
                .under()
                .map(parent -> Context.root().with(Span.wrap(TraceIds.known(leg.message(), parent))))
                .ifPresentOrElse(builder::setParent, builder::setNoParent);
        return TraceIds.begin(builder, leg);
    }

    private static Attributes attributes(Facts facts) {
        var all = Attributes.builder().put(OUTCOME, facts.outcome().name()).put(BATCH, (long) facts.batch());
        facts.label()
                .ifPresent(label -> all.put(LANE, label.lane().name())
                        .put(KIND, label.kind().code())
                        .put(FROM, label.from().code())
                        .put(TO, label.to().stream().map(Country::code).toList())
                        .put(BYTES, label.bytes()));
        facts.gateway().ifPresent(gateway -> all.put(GATEWAY, gateway.value()));
        facts.reason().ifPresent(reason -> all.put(REASON, reason.name()));
        facts.event().ifPresent(event -> all.put(EVENT, event.code()));
        return all.build();
    }

    /// What has been told is sent first, where the collector takes it at once.
    @Override
    public void close() {
        provider.shutdown().join(EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
}
