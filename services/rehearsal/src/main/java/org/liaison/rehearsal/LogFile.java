package org.liaison.rehearsal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where the log lines of all programs in this Java machine go.
public final class LogFile {

    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{24}: %msg%n";
    private static final String OURS = "org.liaison";

    private LogFile() {}

    /// What our programs say, and warnings of the libraries under them, into one file.
    public static void to(Path file) {
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(file.toString());
        direct(appender, Level.WARN, Level.INFO);
    }

    /// To standard error: for people who want to see, and for commands that log nothing unless something is wrong.
    public static void toStandardError(boolean verbose) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        direct(appender, verbose ? Level.WARN : Level.OFF, verbose ? Level.INFO : Level.ERROR);
    }

    private static void direct(OutputStreamAppender<ILoggingEvent> appender, Level libraries, Level ours) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(libraries);
        context.getLogger(OURS).setLevel(ours);
        root.addAppender(appender);
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
