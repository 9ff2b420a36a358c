package org.liaison.desk;

/// Port: tells that something changed at this site: a message came, went on, was opened, or a clock struck.
public interface News {

    /// Calls `listener` after each change, from whatever thread made it; it must not wait. Closing ends that.
    Subscription listen(Runnable listener);

    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
