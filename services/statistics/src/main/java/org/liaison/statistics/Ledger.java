package org.liaison.statistics;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/// Where facts wait and closed periods are kept.
public interface Ledger {

    /// Works on a population alone: nobody else in the meantime, and all of it or nothing. What was closed is durable
    /// when this returns.
    <T> T alone(Population population, Function<Page, T> work);

    /// What is known of one population.
    interface Page {

        /// The closed periods, oldest first.
        List<Batch> closed();

        /// The facts that wait, up to this month.
        List<CodedFact> waiting(YearMonth through);

        /// Keeps a closed period, and destroys the facts it was made of if it has groups. Nothing brings them back, so
        /// no second grouping of the same cases can ever be compared with the first.
        void close(Batch batch);
    }
}
