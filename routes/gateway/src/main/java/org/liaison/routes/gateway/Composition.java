package org.liaison.routes.gateway;

import java.security.cert.X509Certificate;
import java.util.List;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.course.Meaning;
import org.liaison.message.Suite;

/// A draft on its way to becoming a letter.
sealed interface Composition permits Composition.Sound, Closed, Composition.Unsound {

    /// Everything that can be checked before sealing is as it should be. `draft` is what will be
    /// sent: `projected` says whether it is less than what was handed in. `longest` is the smallest
    /// of the recipients' limits.
    record Sound(
            Draft draft,
            KindOfMessage kind,
            Meaning meaning,
            boolean projected,
            Suite suite,
            List<X509Certificate> recipients,
            long longest)
            implements Composition {}

    record Unsound(Submission.Refused refusal, Draft draft, String kind) implements Composition {}
}
