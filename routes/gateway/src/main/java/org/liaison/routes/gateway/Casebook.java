package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.casework.Restriction;
import org.liaison.casework.course.CaseView;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Country;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;

/// The cases, each as one authority at this gateway knows it: two authorities here never see each other's.
public interface Casebook {

    /// A case nobody has written in yet is one too: it stands at the beginning.
    CaseView view(CaseId id, AuthorityCode owner, Instant now);

    /// The form of a message in this authority's keeping; absent where there is none, or it was erased.
    Optional<Bytes> form(MessageId id, AuthorityCode owner);

    /// Those of these files (digests by name) that came to this authority under restrictions, and what binds them. A
    /// file that came more than once is bound by each of its givers.
    Map<String, List<Restriction>> bound(Map<String, Digest> files, AuthorityCode owner);

    /// A number never given before, and never again. Gaps are no loss.
    CaseId number(Country country, String family, int year);
}
