package org.liaison.console.port;

import java.util.List;

/// Taking an alert over, and trying whether people hear of alerts.
public interface Alerts {

    /// Whoever looks after it is named to everybody. `cause` is that of an open alert. The entry in the audit log comes
    /// first.
    Answer acknowledge(String cause, Operator by);

    /// Tells every channel that this is a test. The entry in the audit log comes first.
    Trial test(Operator by);

    /// What became of a test.
    sealed interface Trial {

        /// `entry`: where it stands in the audit log; `outcomes`: for each channel.
        record Tried(long entry, List<Said> outcomes) implements Trial {
            public Tried {
                outcomes = List.copyOf(outcomes);
            }
        }

        /// Nothing was done.
        record Refused(Said said) implements Trial {}
    }
}
