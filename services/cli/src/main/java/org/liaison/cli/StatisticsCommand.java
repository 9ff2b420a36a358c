package org.liaison.cli;

import picocli.CommandLine.Command;

/// `liaison statistics`: figures about many cases, of which none can be told.
@Command(
        name = "statistics",
        description = {
            "Figures about many cases: none stands for fewer than eleven, all are rounded down.",
            "",
            "The first release about a month closes the period it asks for, for ever. Begin with the longest period you"
                    + " will want to see in one piece."
        },
        subcommands = {
            StatisticsRelease.class,
            StatisticsHub.class,
            StatisticsReport.class,
            StatisticsRefusal.class,
            StatisticsDictionary.class,
        })
final class StatisticsCommand {

    private StatisticsCommand() {}
}
