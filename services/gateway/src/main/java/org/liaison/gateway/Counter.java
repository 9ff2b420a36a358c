package org.liaison.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets in as much at once as memory bears: many small submissions side by side, large ones one
/// after the other. Uploads are held in memory, and sealing needs several times their size.
/// There is one in a gateway, for the API and the desk alike.
final class Counter {

    private static final int KIB = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int room;
    private final Semaphore free;
    private final Duration patience;

    /// `bytes` is the largest single submission, which then has the counter to itself.
    Counter(long bytes) {
        this(bytes, PATIENCE);
    }

    Counter(long bytes, Duration patience) {
        this.room = Math.toIntExact(bytes / KIB) + 1;
        this.free = new Semaphore(room, true);
        this.patience = patience;
    }

    /// A place for a submission of this size; unknown sizes, below zero, take all the room.
    Place take(long bytes) {
        return await(bytes)
                .orElseThrow(() -> Unservable.busy("Too much is being handed in at this moment. Try again shortly."));
    }

    /// As [#take]; none when nothing became free for long, or the gateway is stopping.
    Optional<Place> await(long bytes) {
        int wanted = bytes < 0 ? room : (int) Math.min(room, bytes / KIB + 1);
        try {
            if (!free.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return Optional.of(() -> free.release(wanted));
    }

    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
