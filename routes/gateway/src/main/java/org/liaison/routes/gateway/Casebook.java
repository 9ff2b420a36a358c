package org.liaison.routes.gateway;

import java.util.Optional;
import org.liaison.casework.CaseView;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Country;
import org.liaison.message.MessageId;

/// The cases, each as one authority at this gateway knows it: two authorities here never see each other's.
public interface Casebook {

    /// A case nobody has written in yet is one too: it stands at the beginning.
    CaseView view(CaseId id, AuthorityCode owner);

    /// The form of a message in this authority's keeping; absent where there is none, or it was erased.
    Optional<Bytes> form(MessageId id, AuthorityCode owner);

    /// A number never given before, and never again. Gaps are no loss.
    CaseId number(Country country, String family, int year);
}
