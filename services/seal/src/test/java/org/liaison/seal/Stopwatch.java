package org.liaison.seal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.Letter;
import org.liaison.message.Suite;

/// Prints operations per CPU-second of one thread. Run it by hand on a quiet machine; nothing is asserted.
final class Stopwatch {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final long WARM_UP = 3_000_000_000L;
    private static final long MEASURE = 5_000_000_000L;
    private static final int LETTER_BYTES = 16 * 1024;

    private Stopwatch() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("stopwatch");
        System.out.println("signatures by " + Providers.signatures().getName() + ", content by "
                + Providers.contentEncryption().getName());
        for (Suite suite : List.of(Suite.HYBRID_2026, Suite.CLASSIC_2026)) {
            Desk desk = new Desk(folder.resolve(suite.code()), suite);
            Bytes slip = Bytes.owned(random(700));
            Signer signer = desk.police.signer();
            Bytes seal = signer.sign(slip, Strength.ECDSA, Desk.NOW);
            Letter letter = desk.letter(
                    List.of(Desk.SHELTER),
                    List.of(new Attachment("a.pdf", "application/pdf", Bytes.owned(random(LETTER_BYTES)))));
            var recipients = List.of(desk.encryptionCertificate(Desk.SHELTER));
            Sealer.Sealed sealed = Sealer.close(letter, signer, recipients, Desk.NOW);
            Decryptor decryptor = desk.shelter.decryptor();
            System.out.printf(
                    "%s: slip %d B signed %d B; letter %d B sealed %d B%n",
                    suite.code(),
                    slip.size(),
                    seal.size(),
                    LetterText.write(letter).size(),
                    sealed.content().size());
            measure("sign slip", () -> signer.sign(slip, Strength.ECDSA, Desk.NOW));
            measure("examine slip", () -> desk.examiner.examine(seal, Strength.ECDSA, Desk.NOW));
            measure("sign letter", () -> signer.sign(slip, Strength.of(suite), Desk.NOW));
            measure("write letter", () -> LetterText.write(letter));
            measure("close", () -> Sealer.close(letter, signer, recipients, Desk.NOW));
            measure("open", () -> desk.opener.open(sealed.content(), decryptor, suite, 1, Desk.NOW));
            measure("read", () -> desk.opener.read(sealed.signedLetter(), suite, Desk.NOW));
            measure("unlock", () -> ContentLock.unlock(sealed.content(), decryptor, suite, 1));
        }
    }

    private static void measure(String what, Runnable work) {
        run(work, WARM_UP);
        System.out.printf("  %-14s %8.0f /CPU-s%n", what, run(work, MEASURE));
    }

    private static double run(Runnable work, long nanos) {
        long start = CPU.getCurrentThreadCpuTime();
        long end = start;
        long count = 0;
        for (; end - start < nanos; end = CPU.getCurrentThreadCpuTime()) {
            for (int i = 0; i < 20; i++) work.run();
            count += 20;
        }
        return count * 1e9 / (end - start);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RandomGenerator.of("L64X128MixRandom").nextBytes(bytes);
        return bytes;
    }
}
