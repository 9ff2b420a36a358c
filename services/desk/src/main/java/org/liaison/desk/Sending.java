package org.liaison.desk;

import java.util.List;
import org.liaison.casework.Problem;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;

/// Port: the way out.
public interface Sending {

    /// Sends what stands on the sheet, once, however often it is asked. When the answer is [Outcome.Sent] the message
    /// is
    /// durable and the sheet is gone.
    Outcome send(Sheet sheet);

    /// What would keep it from being sent now. Nothing is kept of the question.
    List<Obstacle> obstacles(Sheet sheet);

    /// Everybody in the directory to whom this authority could think of sending this kind, and whether it may.
    List<Offer> offers(AuthorityCode from, MessageKind kind);

    /// The largest attachments, together, that these recipients and this site take, in bytes.
    long mostBytes(List<AuthorityCode> to);

    sealed interface Outcome {
        record Sent(MessageId id, CaseId caseId) implements Outcome {}

        record Refused(List<Obstacle> obstacles) implements Outcome {
            public Refused {
                obstacles = List.copyOf(obstacles);
            }
        }
    }

    /// `inForm`: its pointer leads into the form; else it is about what is around it.
    record Obstacle(Problem problem, boolean inForm) {}

    /// `why` says why not, where `permitted` is false.
    record Offer(AuthorityCode to, String name, boolean permitted, String why) {}
}
