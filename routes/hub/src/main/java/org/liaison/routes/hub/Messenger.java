package org.liaison.routes.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.directory.Authority;
import org.liaison.message.Frames;
import org.liaison.message.Priority;
import org.liaison.message.Wire.Receipt;
import org.liaison.routes.hub.Account.Believed;
import org.liaison.routes.hub.Account.Disbelieved;
import org.liaison.routes.hub.Account.ToldBefore;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.HubRoutes.Parcel;
import org.liaison.routes.hub.HubRoutes.Parcels;

/// Tells the sender of a message what its recipients said, with the proof that it stands in the log.
final class Messenger {

    private final Shelf shelf;

    Messenger(Shelf shelf) {
        this.shelf = shelf;
    }

    Parcels report(Heard.Noted noted) {
        List<Parcel> parcels = new ArrayList<>();
        for (Heard.Item item : noted.items()) {
            Receipt receipt = item.receipt();
            switch (item.account()) {
                case Believed(var _, var evidence, Earlier about) ->
                    sender(about)
                            .ifPresent(to -> parcels.add(new Parcel(
                                    to,
                                    Frames.write(receipt),
                                    about.slip().priority(),
                                    Optional.of(evidence.id() + "/evidence"),
                                    false,
                                    Optional.empty())));
                case ToldBefore(var _, Earlier about, var _) ->
                    sender(about)
                            .ifPresent(to -> parcels.add(again(to, about.slip().priority(), receipt)));
                case Disbelieved disbelieved -> parcels.add(again(disbelieved.answerTo(), Priority.ROUTINE, receipt));
            }
        }
        return new Parcels(parcels);
    }

    /// Absent when the directory no longer lists the sender: then there is nobody to tell, and the log has it.
    private Optional<Mailbox> sender(Earlier about) {
        Optional<Authority> sender =
                shelf.inForce().directory().authority(about.slip().from());
        return sender.map(Mailbox::of);
    }

    private static Parcel again(Mailbox to, Priority priority, Receipt receipt) {
        return new Parcel(to, Frames.write(receipt), priority, Optional.empty(), true, Optional.empty());
    }
}
