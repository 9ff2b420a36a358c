package org.liaison.routes.gateway;

import java.util.List;

/// Carries parcels to the hub's intake.
public interface Carrier {

    /// When this returns, every parcel is durable at the broker. Throws [BrokerUnreachable] when none
    /// may be assumed to
    /// be; some may be nevertheless, so the same parcels are sent again with the same duplicate ids.
    void carry(List<Parcel> parcels);
}
