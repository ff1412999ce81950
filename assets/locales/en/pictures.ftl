# Photos that people send: what is taken, and why one is refused. Beside the field, in a form.

picture-hint = JPEG, PNG or WebP, at most 10 MB. The photo is made smaller, and what it says of your device or of where it was taken is erased.
picture-alt = What does the photo show?
    .hint = One sentence, for those who do not see it. For example: “The courtyard, with three tables under the plane trees”.
picture-alt-missing = Say in one sentence what the photo shows, for those who do not see it (at most 250 characters).
picture-missing = Choose a photo.
picture-too-heavy = This file weighs more than { $megabytes } MB. Choose a lighter photo, or a screenshot of this one.
picture-too-large = This photo is too large (at most { $megapixels } million pixels, { $side } on a side). Make it smaller, or send a screenshot.
picture-unknown-format = This file is not a photo that we can read. Send a JPEG, PNG or WebP picture.
picture-heic = This photo is in the HEIC format of iPhones, which not all browsers can show. On the phone: Settings, Camera, Formats, “Most Compatible”; or send a screenshot of the photo.
picture-disguised = This file is a picture, but another document as well. Send the original photo, or a screenshot.
picture-damaged = This file is damaged or incomplete. Send the photo again, or choose another one.
