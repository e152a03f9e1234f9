"""Invoice dispatch: send each issued invoice through its customer's channel, once. Not built yet."""
