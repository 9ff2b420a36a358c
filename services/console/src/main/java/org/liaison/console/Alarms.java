package org.liaison.console;

import org.liaison.console.alert.AlertBook;
import org.liaison.console.alert.Watchman;

/// The alerts and who tells people of them.
record Alarms(AlertBook book, Watchman watchman) {}
