package org.liaison.gateway;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets in as much at once as memory bears: many small submissions side by side, large ones one after the other.
/// Uploads
/// are held in memory, and sealing needs several times their size.
final class Counter {

    private static final int KIB = 1024;
    private static final long PATIENCE_SECONDS = 60;

    private final int room;
    private final Semaphore free;

    /// `bytes` is the largest single submission, which then has the counter to itself.
    Counter(long bytes) {
        this.room = Math.toIntExact(bytes / KIB) + 1;
        this.free = new Semaphore(room, true);
    }

    /// A place for a submission of this size; unknown sizes, below zero, take all the room.
    Place take(long bytes) {
        int wanted = bytes < 0 ? room : (int) Math.min(room, bytes / KIB + 1);
        try {
            if (!free.tryAcquire(wanted, PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw Unservable.busy("Too much is being handed in at this moment. Try again shortly.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unservable.busy("The gateway is stopping.");
        }
        return () -> free.release(wanted);
    }

    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
