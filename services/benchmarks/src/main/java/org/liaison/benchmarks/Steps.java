package org.liaison.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.liaison.casework.Forms;
import org.liaison.casework.Problem;
import org.liaison.message.Bytes;
import org.liaison.message.Suite;
import org.liaison.message.Wire;
import org.liaison.rehearsal.Cast;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.routes.gateway.Proofs;
import org.liaison.seal.Decryptor;
import org.liaison.seal.Finding;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Opener;
import org.liaison.seal.Opening;
import org.liaison.seal.Sealer;
import org.liaison.seal.Strength;

/// The steps of the path one by one, in the order in which they happen to a message.
final class Steps implements AutoCloseable {

    private static final int BATCH = Correspondence.BATCH;
    private static final String SENDER = "sending gateway";
    private static final String HUB = "hub";
    private static final String RECIPIENT = "receiving gateway";

    private final Duration time;
    private final Payload payload;
    private final Stationery stationery;
    private final Decryptor decryptor;
    private final Correspondence correspondence;
    private final Proofs proofs;
    private final Forms forms = Forms.shipped();
    private final List<Step> steps = new ArrayList<>();

    Steps(DemoFolder folder, Plan plan) {
        this.time = plan.step();
        this.payload = Payload.of("referral.json", plan.payload());
        this.stationery = new Stationery(folder, Cast.SOCIAL_OF_DESTINATION, Cast.SOCIAL_OF_ORIGIN, payload);
        KeyFile recipient = Stationery.keys(folder, Cast.SOCIAL_OF_ORIGIN);
        this.decryptor = recipient.decryptor();
        this.correspondence = new Correspondence(folder, stationery, recipient);
        this.proofs = new Proofs(correspondence.logExaminer(), correspondence.seals());
    }

    /// All of them twice: the Java machine compiles what it has seen while it does the rest, and only the second time
    /// counts.
    List<Step> measure() {
        all();
        steps.clear();
        all();
        return List.copyOf(steps);
    }

    private void all() {
        sending();
        atTheHub();
        receiving();
        Iterator<Wire.Receipt> receipts = again(correspondence.receipts());
        add(SENDER, "check evidence and its log proof, twice", 2, receipts::next, this::prove);
    }

    private void sending() {
        add(SENDER, "check the form", 1, payload::form, this::checkForm);
        add(
                SENDER,
                "sign and encrypt the letter",
                1,
                Correspondence::now,
                now -> stationery.close(stationery.letter(now), now));
        Sealer.Sealed sealed = stationery.contents(1, Correspondence.now()).getFirst();
        add(SENDER, "digest the content, sign the slip", 1, Correspondence::now, now -> slip(sealed, now));
    }

    private void slip(Sealer.Sealed sealed, Instant now) {
        stationery.envelope(stationery.slip(stationery.letter(now), sealed, now), sealed, now);
    }

    private void atTheHub() {
        HubInside hub = correspondence.hub();
        steps.add(Step.measure(
                HUB,
                "judge, record, carry (batch of " + BATCH + ")",
                1,
                BATCH,
                time,
                correspondence::envelopes,
                hub::handle));
        steps.add(Step.measure(
                HUB,
                "hear, record, report (batch of " + BATCH + ")",
                1,
                BATCH,
                time,
                correspondence::statements,
                hub::handle));
        Bytes text = Bytes.ofUtf8(correspondence.log().origin() + "\n1000\n" + "A".repeat(43) + "=\n");
        add(HUB, Step.PART + "sign 2 checkpoints a batch", 2.0 / BATCH, () -> text, correspondence.log()::sign);
    }

    private void receiving() {
        Iterator<Wire.Delivery> deliveries = again(correspondence.deliveries());
        add(
                RECIPIENT,
                "check acceptance and its log proof",
                1,
                () -> deliveries.next().receipt(),
                this::prove);
        add(RECIPIENT, "check the slip", 1, () -> deliveries.next().slip(), this::checkSlip);
        add(
                RECIPIENT,
                "open the letter, check both signatures",
                1,
                () -> deliveries.next().content(),
                this::open);
        add(RECIPIENT, "check the form", 1, payload::form, this::checkForm);
        add(RECIPIENT, "sign the handover", 1, () -> deliveries.next().slip(), this::signHandover);
    }

    private <T> void add(String place, String name, double times, Supplier<T> ready, Consumer<T> work) {
        steps.add(Step.measure(place, name, times, 1, time, ready, work));
    }

    private void checkForm(Bytes form) {
        List<Problem> problems = forms.check(payload.kind(), form);
        if (!problems.isEmpty()) throw new BenchFailed("the sample form breaks its rules: " + problems);
    }

    private void checkSlip(Bytes signed) {
        Finding finding = correspondence.seals().examine(signed, Strength.ECDSA, Correspondence.now());
        if (!(finding instanceof Finding.Genuine)) throw new BenchFailed("a slip was not believed: " + finding);
    }

    private void open(Bytes content) {
        Opening opening =
                new Opener(correspondence.seals()).open(content, decryptor, Suite.HYBRID_2026, 1, Correspondence.now());
        if (!(opening instanceof Opening.Opened)) throw new BenchFailed("a letter did not open: " + opening);
    }

    private void signHandover(Bytes signedSlip) {
        correspondence.handover(signedSlip, Correspondence.now());
    }

    private void prove(Wire.Receipt receipt) {
        Proofs.Answer answer = proofs.examine(receipt, correspondence.directory(), Correspondence.now());
        if (!(answer instanceof Proofs.Proven)) throw new BenchFailed("a receipt proved nothing: " + answer);
    }

    private static <T> Iterator<T> again(List<T> batch) {
        return Stream.generate(() -> batch).flatMap(List::stream).iterator();
    }

    @Override
    public void close() {
        correspondence.close();
    }
}
