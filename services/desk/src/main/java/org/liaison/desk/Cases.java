package org.liaison.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Deadline;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;

/// Port: the cases at this site, each as one of its authorities sees it.
public interface Cases {

    /// The latest touched first; `after` is the last of the page before.
    List<Dossier> list(Collection<AuthorityCode> owners, Optional<Mark> after, int most);

    Optional<Dossier> find(CaseId id, AuthorityCode owner);

    /// A place in the list. A case that is touched meanwhile moves to the front and is not shown twice.
    record Mark(Instant touched, CaseId id, AuthorityCode owner) {}

    record Dossier(
            AuthorityCode owner,
            CaseView view,
            List<Deadline> deadlines,
            Instant opened,
            Instant touched,
            int messages,
            int unread,
            boolean erased) {

        public CaseId id() {
            return view.id();
        }

        Mark mark() {
            return new Mark(touched, id(), owner);
        }
    }
}
