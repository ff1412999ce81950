# Two-step verification: setting it up, using it, turning it off.
second-factor-title = Two-step verification
second-factor-lede = At each sign-in, a code from your phone confirms that it is you. Somebody who guessed your password would not get in.
second-factor-owed = Your network asks its coordination team for two-step verification. Set it up to go on: it takes two minutes.
second-factor-apps = You need an app for codes on your phone. Three free ones: Aegis, FreeOTP, Ente Auth. A password manager will do as well.
second-factor-start = Set up
second-factor-set-up = Set up two-step verification
second-factor-manage = Recovery codes and turning it off
second-factor-is-on = Two-step verification is on: you are asked for a code at each sign-in.
second-factor-is-off = Optional, it protects your account even if your password is guessed.
second-factor-step-app = Open your app for codes
second-factor-step-scan = Add this account to it
second-factor-step-code = Type the code that it shows
second-factor-qr = QR code to be read with the app
second-factor-open-app = Reading this page on your phone? Open the app
second-factor-by-hand = Without a camera, choose “enter a key” in the app and copy:
second-factor-first-code = Six-digit code
second-factor-others-end = Your other devices will be signed out.
second-factor-confirm = Turn on
second-factor-code = Code from the app, or recovery code
second-factor-codes = Recovery codes
second-factor-left = { $n ->
    [0] You have no recovery code left. Make new ones.
    [one] You have one recovery code left. Make new ones.
   *[other] You have { $n } recovery codes left.
}
second-factor-renew = Make new codes
second-factor-stop = Turn two-step verification off
second-factor-stop-text = Your password, or a link sent by e-mail, will be enough to sign in again.
second-factor-stop-submit = Turn off
second-factor-error-code = This code is wrong or was used already. Wait until the app shows another.
second-factor-error-first-code = This code is wrong. Check that your phone sets its clock automatically, then type the code shown now.
second-step-title = Your code
second-step-lede = Open your app for codes and type the six-digit code of this account.
second-step-code = Code
second-step-submit = Sign in
second-step-lost = Phone lost or left at home?
second-step-lost-text = Type one of your recovery codes instead: sixteen letters and digits, on the sheet that you kept. Each works once. If you have neither, write to the coordination of the network.
recovery-codes-title = Your recovery codes
recovery-codes-on = Two-step verification is on.
recovery-codes-lede = Print or copy these ten codes now: they will not be shown again. They open your account if you lose your phone.
recovery-codes-keep = Each works once. Keep them elsewhere than on your phone. Codes that you had before are worth nothing any more.
recovery-codes-go-on = I have them, go on
done-second-factor-off = Two-step verification is off.
letter-second-factor-on-subject = Two-step verification is on
letter-second-factor-on-text = A code from your phone is now asked for at each sign-in to your account. Your other devices are signed out.
letter-second-factor-on-button = See two-step verification
letter-second-factor-off-subject = Two-step verification is off
letter-second-factor-off-text = Your account opens without a code from your phone again.
letter-second-factor-off-button = Set it up again
letter-recovery-codes-subject = Your recovery codes have changed
letter-recovery-codes-text = Ten new recovery codes have just been made for your account. The earlier ones are worth nothing any more.
letter-recovery-codes-button = See two-step verification
letter-recovery-code-used-subject = A recovery code was used
letter-recovery-code-used-text = One of your recovery codes has just been used on your account. Codes left: { $left }.
letter-recovery-code-used-button = Make new codes
letter-second-factor-not-you = If it was not you, change your password and write to the coordination of the network.
