package org.liaison.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The post that has come in and waits for the lane's next batch. It is small: whoever brings more waits, so that
/// the backlog stays at the broker and not in memory.
final class Pile<T> {

    private static final long MILLI = 1_000_000;

    private final Deque<T> waiting = new ArrayDeque<>();
    private final int capacity;
    private final long capacityBytes;
    private final java.util.function.ToLongFunction<T> size;
    private long bytes;
    private boolean closed;

    Pile(int capacity, long capacityBytes, java.util.function.ToLongFunction<T> size) {
        this.capacity = capacity;
        this.capacityBytes = capacityBytes;
        this.size = size;
    }

    /// Waits for room. False once the pile is closed: what was to be put stays at the broker.
    synchronized boolean put(T item) throws InterruptedException {
        while (!closed && (waiting.size() >= capacity || bytes >= capacityBytes)) wait();
        if (closed) return false;
        waiting.add(item);
        bytes += size.applyAsLong(item);
        notifyAll();
        return true;
    }

    /// The next batch: waits up to `patienceMillis` for a first item, then `lingerNanos` for more. Possibly empty.
    synchronized List<T> take(int most, long mostBytes, long patienceMillis, long lingerNanos)
            throws InterruptedException {
        for (long left = patienceMillis * MILLI, end = System.nanoTime() + left;
                !closed && waiting.isEmpty() && left > 0;
                left = end - System.nanoTime()) wait(left / MILLI, (int) (left % MILLI));
        for (long left = waiting.isEmpty() ? 0 : lingerNanos, end = System.nanoTime() + left;
                !closed && waiting.size() < most && bytes < mostBytes && left > 0;
                left = end - System.nanoTime()) wait(left / MILLI, (int) (left % MILLI));
        List<T> batch = new ArrayList<>();
        long taken = 0;
        while (!waiting.isEmpty() && batch.size() < most && taken < mostBytes) {
            T item = waiting.remove();
            taken += size.applyAsLong(item);
            batch.add(item);
        }
        bytes -= taken;
        notifyAll();
        return batch;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
