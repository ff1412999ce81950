# What only a demonstration says.

demo-accounts = Try the demonstration
    .text = One button is enough. The password of the three accounts is “{ $password }”.
demo-account-coworker = As a coworker
demo-account-animation = As a host
demo-account-coordination = As the coordination of the network
