/// PostgreSQL for one program: a small server of its own under the data folder, or a server named by URL.
///
/// Way in: [Database].
/// Rule of this room: no program works on a database that may forget what it has confirmed, so durability is
/// proved before the first query is handed out.
/// Never here: tables, queries, what is stored. Whoever opens a database brings its schema.
@NullMarked
package org.liaison.database;

import org.jspecify.annotations.NullMarked;
