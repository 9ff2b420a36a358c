package org.liaison.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;

/// Rules for European Investigation Orders, one of the legal bases of mutual legal assistance. The names of the methods
/// are the rules.
final class OrderRules {

    // spotless:off
    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(OrderRules::an_order_is_between_the_states_it_names, "MLA-REQ"),
            Rules.OfOccasion.of(OrderRules::an_order_is_decided_sixty_days_after_receipt_at_most, "MLA-DELAY"));
    // spotless:on

    private static final int LONGEST_DECISION = 60;

    static void an_order_is_between_the_states_it_names(Filled form, Occasion occasion) {
        differs(form, "/investigationOrder/issuingState", occasion.from());
        occasion.to().forEach(to -> differs(form, "/investigationOrder/executingState", to));
    }

    private static void differs(Filled form, String pointer, AuthorityCode authority) {
        String named = form.text(pointer);
        if (!named.isEmpty() && !named.equals(authority.country().code()))
            form.problem(
                    pointer,
                    authority + " is not of this State.",
                    "Dir 2014/41 Annex A, A",
                    "Correct the State, or send the order to the right authority.");
    }

    /// Thirty days after receipt, and thirty more when the other side was told why.
    static void an_order_is_decided_sixty_days_after_receipt_at_most(Filled form, Occasion occasion) {
        boolean order = SkeletonRules.earlier(form, occasion, "REQ")
                .filter(request -> request.path("legalBasis").stringValue("").equals("EIO"))
                .isPresent();
        if (!order || !form.text("/limit").equals("DECISION")) return;
        Optional<LocalDate> received = SkeletonRules.earlier(form, occasion, "ACK")
                .flatMap(acknowledgement -> new Filled(acknowledgement).date("/receivedOn"));
        form.date("/newEstimate")
                .filter(estimate ->
                        received.isPresent() && estimate.isAfter(received.get().plusDays(LONGEST_DECISION)))
                .ifPresent(estimate -> form.problem(
                        "/newEstimate",
                        "The limit for deciding on an order is thirty days and can be extended by thirty at most.",
                        "Dir 2014/41 12(3), 12(5)",
                        "Decide by the sixtieth day after receipt."));
    }

    private OrderRules() {}
}
