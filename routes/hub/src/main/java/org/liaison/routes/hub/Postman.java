package org.liaison.routes.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.directory.Authority;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Wire.Delivery;
import org.liaison.message.Wire.Receipt;
import org.liaison.routes.hub.Account.Believed;
import org.liaison.routes.hub.Account.Disbelieved;
import org.liaison.routes.hub.Account.ToldBefore;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.HubRoutes.Parcel;
import org.liaison.routes.hub.HubRoutes.Parcels;
import org.liaison.routes.hub.Recorded.Answer;
import org.liaison.routes.hub.Recorded.Noted;
import org.liaison.routes.hub.Verdict.Accepted;
import org.liaison.routes.hub.Verdict.Contradicted;
import org.liaison.routes.hub.Verdict.Doubted;
import org.liaison.routes.hub.Verdict.Echoed;
import org.liaison.routes.hub.Verdict.Refused;
import org.liaison.routes.hub.Verdict.Repeated;
import org.liaison.routes.hub.Verdict.Unreadable;

/// Addresses what goes out. An accepted message goes to its recipients and its receipt to the sender; everything
/// else is a receipt to whoever brought it, and nothing to anybody else.
final class Postman {

    private final Shelf shelf;

    Postman(Shelf shelf) {
        this.shelf = shelf;
    }

    Parcels carryOrReturn(Recorded recorded) {
        List<Parcel> parcels = new ArrayList<>();
        for (Answer answer : recorded.answers()) parcels.addAll(parcels(answer.verdict(), answer.receipt()));
        for (Noted noted : recorded.notes())
            parcel(noted.account(), noted.receipt()).ifPresent(parcels::add);
        return new Parcels(parcels);
    }

    private List<Parcel> parcels(Verdict verdict, Receipt receipt) {
        return switch (verdict) {
            case Accepted accepted -> carried(accepted, receipt);
            case Refused(var _, Slip slip, var _, Mailbox to) -> List.of(answer(to, slip, receipt));
            case Doubted(var _, Slip slip, var _, Mailbox to) ->
                List.of(answerAgain(to, slip.priority(), receipt, Optional.empty()));
            case Contradicted(var _, Slip slip, var _, Mailbox to) -> List.of(answerAgain(to, slip, receipt));
            case Echoed(var _, Slip slip, Mailbox to) -> List.of(answerAgain(to, slip, receipt));
            case Repeated repeated -> carriedAgain(repeated, receipt);
            case Unreadable(var gateway, var _, var _) ->
                List.of(answerAgain(Mailbox.of(gateway), Priority.ROUTINE, receipt, Optional.empty()));
        };
    }

    /// Tells the sender of a message what its recipients said; and nobody but its author of what is not believed.
    private Optional<Parcel> parcel(Account account, Receipt receipt) {
        return switch (account) {
            case Believed(var _, var evidence, Earlier about) ->
                mailbox(about.slip().from())
                        .map(to -> new Parcel(
                                to,
                                Frames.write(receipt),
                                about.slip().priority(),
                                Optional.of(evidence.id() + "/evidence"),
                                false,
                                Optional.of(evidence.messageId()),
                                Optional.empty()));
            case ToldBefore(var _, Earlier about, var _) ->
                mailbox(about.slip().from()).map(to -> answerAgain(to, about.slip(), receipt));
            case Disbelieved disbelieved ->
                Optional.of(answerAgain(disbelieved.answerTo(), Priority.ROUTINE, receipt, Optional.empty()));
        };
    }

    /// Absent when the directory no longer lists the authority: then there is nobody to tell, and the log has it.
    private Optional<Mailbox> mailbox(AuthorityCode code) {
        return shelf.inForce().directory().authority(code).map(Mailbox::of);
    }

    private static List<Parcel> carried(Accepted accepted, Receipt receipt) {
        Bytes slip = accepted.brought().envelope().slip();
        Bytes frame =
                Frames.write(new Delivery(slip, accepted.brought().envelope().content(), receipt));
        List<Parcel> parcels = new ArrayList<>();
        for (Authority recipient : accepted.recipients())
            parcels.add(delivery(Mailbox.of(recipient), accepted.slip(), frame, false));
        parcels.add(answer(Mailbox.of(accepted.sender()), accepted.slip(), receipt));
        return parcels;
    }

    /// The recipients may have the message already, or the hub may have died before it could send it: nobody can
    /// tell, so it is sent again and the broker and the recipient's inbox drop what they have. It carries the slip
    /// that stands in the log, not the copy that came now.
    private List<Parcel> carriedAgain(Repeated repeated, Receipt receipt) {
        List<Parcel> parcels = new ArrayList<>();
        if (repeated.earlier().accepted()) {
            Bytes slip = repeated.earlier().entry().slip().orElseThrow();
            Bytes frame = Frames.write(
                    new Delivery(slip, repeated.brought().envelope().content(), receipt));
            repeated.slip().to().stream()
                    .flatMap(code -> mailbox(code).stream())
                    .forEach(to -> parcels.add(delivery(to, repeated.slip(), frame, true)));
        }
        parcels.add(answerAgain(repeated.answerTo(), repeated.slip(), receipt));
        return parcels;
    }

    private static Parcel delivery(Mailbox to, Slip slip, Bytes frame, boolean again) {
        return new Parcel(
                to,
                frame,
                slip.priority(),
                Optional.of(slip.id() + "/delivery"),
                again,
                Optional.of(slip.id()),
                Optional.empty());
    }

    private static Parcel answer(Mailbox to, Slip slip, Receipt receipt) {
        return new Parcel(
                to,
                Frames.write(receipt),
                slip.priority(),
                Optional.of(slip.id() + "/answer"),
                false,
                Optional.of(slip.id()),
                Optional.empty());
    }

    private static Parcel answerAgain(Mailbox to, Slip slip, Receipt receipt) {
        return answerAgain(to, slip.priority(), receipt, Optional.of(slip.id()));
    }

    /// An answer that was asked for again is given again, so it has no duplicate id.
    private static Parcel answerAgain(Mailbox to, Priority priority, Receipt receipt, Optional<MessageId> about) {
        return new Parcel(to, Frames.write(receipt), priority, Optional.empty(), true, about, Optional.empty());
    }
}
