package org.liaison.tracing.otlp;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Says once that the collector cannot be reached, and once that it can be again.
final class Reach implements SpanExporter {

    private final SpanExporter exporter;
    private final Consumer<Boolean> news;
    private final AtomicBoolean away = new AtomicBoolean();

    /// `news` is told whether the collector is away, when that changes.
    Reach(SpanExporter exporter, Consumer<Boolean> news) {
        this.exporter = exporter;
        this.news = news;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        result.whenComplete(() -> {
            boolean failed = !result.isSuccess();
            if (away.compareAndSet(!failed, failed)) news.accept(failed);
        });
        return result;
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
