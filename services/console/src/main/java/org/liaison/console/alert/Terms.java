package org.liaison.console.alert;

import java.time.Duration;
import org.liaison.message.Priority;

/// From where on something is worth an alert.
///
/// @param urgentAge how long the oldest urgent message may wait
/// @param routineAge how long the oldest routine message may wait
/// @param refusedShare which share of a corridor's messages may be refused within an hour, in percent
/// @param refusedLeast how many refusals within an hour are too few to speak of
/// @param certificateDays how many days before its end a certificate is to be renewed
/// @param listHours how many hours before its next update a revocation list is to be there
/// @param snapshotDays how many days before its end a directory or rulebook is to be renewed
/// @param diskPercent how much of the disk must be free
/// @param clockSeconds how far the clock may be off
/// @param logStill how long the log may stand still while post waits
/// @param witnessStates of how many States witnesses are to cosign the log
/// @param unwitnessed how long an entry may wait for that
/// @param gatewayClockSeconds how far a gateway's clock may be off, the way of its report included
public record Terms(
        Duration urgentAge,
        Duration routineAge,
        int refusedShare,
        int refusedLeast,
        int certificateDays,
        int listHours,
        int snapshotDays,
        int diskPercent,
        int clockSeconds,
        Duration logStill,
        int witnessStates,
        Duration unwitnessed,
        int gatewayClockSeconds) {

    public static final Terms STANDARD = new Terms(
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            20,
            5,
            30,
            12,
            7,
            10,
            5,
            Duration.ofMinutes(5),
            2,
            Duration.ofHours(1),
            30);

    public Terms {
        positive("urgent-age", urgentAge);
        positive("routine-age", routineAge);
        positive("log-still", logStill);
        positive("unwitnessed", unwitnessed);
        between("refused-share", refusedShare, 1, 100);
        between("refused-least", refusedLeast, 1, 1_000_000);
        between("certificate-days", certificateDays, 1, 3650);
        between("list-hours", listHours, 1, 24 * 365);
        between("snapshot-days", snapshotDays, 1, 3650);
        between("disk-percent", diskPercent, 1, 99);
        between("clock-seconds", clockSeconds, 1, 3600);
        between("witness-states", witnessStates, 2, 100);
        between("gateway-clock-seconds", gatewayClockSeconds, 1, 3600);
    }

    Duration mostAge(Priority lane) {
        return switch (lane) {
            case URGENT -> urgentAge;
            case ROUTINE -> routineAge;
        };
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) throw new IllegalArgumentException(name + " is longer than nothing");
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most)
            throw new IllegalArgumentException(name + " is " + least + " to " + most + ", not " + value);
    }
}
