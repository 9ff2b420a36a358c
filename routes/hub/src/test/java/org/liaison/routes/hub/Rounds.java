package org.liaison.routes.hub;

import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.EventNotifierSupport;

/// Counts how often the watch over the snapshots came round.
final class Rounds extends EventNotifierSupport {

    private static final long PATIENCE_MILLIS = 20_000;

    private int done;

    @Override
    public synchronized void notify(CamelEvent event) {
        if (!(event instanceof ExchangeCompletedEvent completed)) return;
        if (!"hub-directory-watch".equals(completed.getExchange().getFromRouteId())) return;
        done++;
        notifyAll();
    }

    synchronized void await(int more) throws InterruptedException {
        int wanted = done + more;
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (done < wanted) {
            if (System.nanoTime() > end) throw new AssertionError("the watch over the snapshots does not come round");
            wait(PATIENCE_MILLIS);
        }
    }
}
