/// What happens to the post that gateways bring to the hub.
///
/// Way in: [HubRoutes]. The path of a batch: `IntakeRoute`. Beside it `DirectoryRoute` and `CheckpointRoute`; our
/// own faults end in `HubFailures`. Rule of this flow: nothing leaves the hub before it is durable in the audit
/// log; deciding (`Judge`, `Hearing`) is apart from doing. Never here: Spring, SQL, the broker's client, any key
/// that opens content.
@NullMarked
package org.liaison.routes.hub;

import org.jspecify.annotations.NullMarked;
