/// The operators' web application. Mounted by the hub on a port of its own.
///
/// Rule of this room: it shows what its ports ([org.liaison.console.port]) tell, and does nothing that they do not
/// record first. Never here: SQL, the broker, Camel, content.
@NullMarked
package org.liaison.console;

import org.jspecify.annotations.NullMarked;
