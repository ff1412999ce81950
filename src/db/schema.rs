// @generated from the migrations by `tests/suite/schema.rs`; do not edit.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    attempts (subject) {
        subject -> Text,
        count -> Integer,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    blocks (member_id, blocked_id) {
        member_id -> BigInt,
        blocked_id -> BigInt,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    bricks (id) {
        id -> BigInt,
        place_id -> BigInt,
        position -> Integer,
        kind -> Text,
        name -> Text,
        text -> Text,
        opening_hours -> Text,
        contact -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    changes (scope) {
        scope -> Text,
        n -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    charter_acceptances (member_id, place_id, version) {
        member_id -> BigInt,
        place_id -> BigInt,
        version -> Integer,
        accepted_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    charters (place_id, version) {
        place_id -> BigInt,
        version -> Integer,
        text -> Text,
        written_by -> Text,
        written_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    closures (id) {
        id -> BigInt,
        place_id -> BigInt,
        first_day -> Date,
        last_day -> Date,
        reason -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    commune_postcodes (postcode, insee) {
        postcode -> Text,
        insee -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    communes (insee) {
        insee -> Text,
        name -> Text,
        search_key -> Text,
        postcodes -> Text,
        territory -> Text,
        lat -> Nullable<Double>,
        lon -> Nullable<Double>,
        population -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    confirmations (occurrence_id) {
        occurrence_id -> BigInt,
        state -> Text,
        member_id -> Nullable<BigInt>,
        said_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    conversations (id) {
        id -> BigInt,
        uid -> Text,
        starter_id -> BigInt,
        partner_id -> BigInt,
        pair -> Text,
        created_at -> Instant,
        answered_at -> Nullable<Instant>,
        written_at -> Instant,
        author_id -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    date_changes (id) {
        id -> BigInt,
        event_id -> BigInt,
        occurrence_key -> Text,
        made_at -> Instant,
        status -> Text,
        span_start -> Text,
        span_end -> Text,
        starts_at -> Instant,
        ends_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    date_reminders (event_id, occurrence_key, kind, starts_at) {
        event_id -> BigInt,
        occurrence_key -> Text,
        kind -> Text,
        starts_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    doors (place_id) {
        place_id -> BigInt,
        sign -> Text,
        said_at -> Instant,
        holds_until -> Instant,
        member_uid -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    equipment (id) {
        id -> BigInt,
        brick_id -> BigInt,
        position -> Integer,
        name -> Text,
        state -> Text,
        since -> Nullable<Date>,
        note -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    event_drafts (id) {
        id -> BigInt,
        uid -> Text,
        place_id -> BigInt,
        title -> Text,
        fields -> Text,
        revision -> Integer,
        created_at -> Instant,
        changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    event_hosts (event_id, member_id) {
        event_id -> BigInt,
        member_id -> BigInt,
        named_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    event_overrides (event_id, occurrence_key) {
        event_id -> BigInt,
        occurrence_key -> Text,
        span_start -> Nullable<Text>,
        span_end -> Nullable<Text>,
        title -> Nullable<Text>,
        room -> Nullable<Text>,
        capacity -> Nullable<Integer>,
        status -> Nullable<Text>,
        note -> Nullable<Text>,
        sequence -> Integer,
        changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    event_places (event_id, place_id) {
        event_id -> BigInt,
        place_id -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    event_proposals (id) {
        id -> BigInt,
        uid -> Text,
        place_id -> BigInt,
        member_id -> BigInt,
        title -> Text,
        fields -> Text,
        reason -> Text,
        state -> Text,
        word -> Text,
        event_id -> Nullable<BigInt>,
        proposed_at -> Instant,
        decided_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    event_themes (event_id, theme) {
        event_id -> BigInt,
        theme -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    events (id) {
        id -> BigInt,
        uid -> Text,
        slug -> Text,
        place_id -> BigInt,
        kind -> Text,
        brick -> Nullable<Text>,
        themes -> Text,
        title -> Text,
        description -> Text,
        audience -> Text,
        mode -> Text,
        room -> Text,
        address -> Text,
        online_url -> Text,
        price_cents -> Nullable<Integer>,
        price_note -> Text,
        capacity -> Nullable<Integer>,
        registration -> Text,
        registration_closes_hours -> Integer,
        accessibility -> Text,
        accessibility_note -> Text,
        organiser -> Text,
        status -> Text,
        status_note -> Text,
        sequence -> Integer,
        created_at -> Instant,
        changed_at -> Instant,
        withdrawn_at -> Nullable<Instant>,
        tended_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    failing_addresses (email) {
        email -> Text,
        failures -> Integer,
        said -> Text,
        failed_at -> Instant,
        accepted_at -> Nullable<Instant>,
        stopped_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    guest_letters (id) {
        id -> BigInt,
        event_id -> BigInt,
        occurrence_key -> Text,
        member_id -> Nullable<BigInt>,
        audience -> Text,
        subject -> Text,
        letters -> Integer,
        sent_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    host_weeks (id) {
        id -> BigInt,
        uid -> Text,
        member_id -> BigInt,
        place_id -> BigInt,
        monday -> Date,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    identities (id) {
        id -> BigInt,
        member_id -> BigInt,
        issuer -> Text,
        subject -> Text,
        linked_at -> Instant,
        used_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    invitations (registration_id) {
        registration_id -> BigInt,
        sequence -> Integer,
        held -> Text,
        answered_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    job_runs (name) {
        name -> Text,
        done_for -> Nullable<Date>,
        leased_until -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    mail_days (day, list) {
        day -> Date,
        list -> Text,
        sent -> BigInt,
        failed -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    mailings (id) {
        id -> BigInt,
        list -> Text,
        locale -> Text,
        subject -> Text,
        body_text -> Text,
        body_html -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    members (id) {
        id -> BigInt,
        uid -> Text,
        email -> Text,
        name -> Text,
        sort_key -> Text,
        locale -> Text,
        state -> Text,
        coordinates -> Bool,
        password_hash -> Nullable<Text>,
        created_at -> Instant,
        changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    memberships (member_id, place_id) {
        member_id -> BigInt,
        place_id -> BigInt,
        kind -> Text,
        role -> Text,
        asked_at -> Instant,
        joined_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    messages (id) {
        id -> BigInt,
        conversation_id -> BigInt,
        author_id -> BigInt,
        words -> Text,
        sent_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    network (id) {
        id -> BigInt,
        name -> Text,
        territory -> Text,
        zone -> Text,
        host -> Text,
        demo -> Bool,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    network_rules (id) {
        id -> BigInt,
        signup -> Text,
        second_factor_for_coordinators -> Bool,
        changed_at -> Instant,
        fade_after_weeks -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    newcomer_letters (member_id, place_id, reminder) {
        member_id -> BigInt,
        place_id -> BigInt,
        reminder -> Text,
        sent -> Bool,
        decided_by -> Text,
        decided_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    newcomer_steps (member_id, place_id, step) {
        member_id -> BigInt,
        place_id -> BigInt,
        step -> Text,
        sponsor -> Text,
        done_by -> Text,
        done_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    occurrences (id) {
        id -> BigInt,
        event_id -> BigInt,
        occurrence_key -> Text,
        starts_at -> Instant,
        ends_at -> Instant,
        span_start -> Text,
        span_end -> Text,
        status -> Text,
        place_id -> BigInt,
        territory -> Text,
        kind -> Text,
        brick -> Nullable<Text>,
        free -> Bool,
        accessibility -> Text,
        registration_closes_at -> Nullable<Instant>,
        multi_day -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    outbox (id) {
        id -> BigInt,
        uid -> Text,
        kind -> Text,
        once_key -> Nullable<Text>,
        recipient -> Text,
        recipient_name -> Text,
        locale -> Text,
        member_id -> Nullable<BigInt>,
        letter -> Text,
        state -> Text,
        tries -> Integer,
        last_error -> Text,
        created_at -> Instant,
        due_at -> Instant,
        leased_until -> Instant,
        sent_at -> Nullable<Instant>,
        mailing_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    partners (id) {
        id -> BigInt,
        place_id -> BigInt,
        position -> Integer,
        name -> Text,
        kind -> Text,
        website -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    passkeys (id) {
        id -> BigInt,
        member_id -> BigInt,
        credential_id -> Text,
        public_key -> Text,
        counter -> BigInt,
        name -> Text,
        created_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    pictures (id) {
        id -> BigInt,
        uid -> Text,
        place_id -> Nullable<BigInt>,
        event_id -> Nullable<BigInt>,
        member_id -> Nullable<BigInt>,
        media_type -> Text,
        width -> Integer,
        height -> Integer,
        alt -> Text,
        created_at -> Instant,
        bytes -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    place_changes (id) {
        id -> BigInt,
        place_id -> BigInt,
        section -> Text,
        member_uid -> Nullable<Text>,
        made_at -> Instant,
        part_before -> Text,
        part_after -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    place_photos (place_id, picture_id) {
        place_id -> BigInt,
        picture_id -> BigInt,
        position -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    place_rules (place_id) {
        place_id -> BigInt,
        joining -> Text,
        welcome -> Text,
        changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    places (id) {
        id -> BigInt,
        slug -> Text,
        source_key -> Nullable<Text>,
        source -> Text,
        name -> Text,
        sort_key -> Text,
        summary -> Text,
        description -> Text,
        address -> Text,
        postcode -> Text,
        commune -> Text,
        insee -> Text,
        territory -> Text,
        lat -> Nullable<Double>,
        lon -> Nullable<Double>,
        point_precision -> Text,
        zone -> Text,
        school_zone -> Nullable<Text>,
        website -> Text,
        opening_hours -> Text,
        directions -> Text,
        accessibility -> Text,
        accessibility_note -> Text,
        confirmed_on -> Nullable<Date>,
        opened_on -> Nullable<Date>,
        closed_on -> Nullable<Date>,
        created_at -> Instant,
        changed_at -> Instant,
        whereabouts_changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    planned_publications (draft_id) {
        draft_id -> BigInt,
        publish_at -> Instant,
        member_id -> BigInt,
        event -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    private_feeds (id) {
        id -> BigInt,
        uid -> Text,
        member_id -> BigInt,
        token_hash -> Text,
        name -> Text,
        with_places -> Bool,
        reminders -> Bool,
        created_at -> Instant,
        renewed_at -> Instant,
        changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    profile_terms (member_id, field, term) {
        member_id -> BigInt,
        field -> Text,
        term -> Text,
        position -> Integer,
        label -> Text,
        audience -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    profiles (member_id) {
        member_id -> BigInt,
        sort_key -> Text,
        pronouns -> Text,
        activity -> Text,
        links -> Text,
        audiences -> Text,
        listed_places -> Bool,
        listed_network -> Bool,
        listed_public -> Bool,
        places_audience -> Text,
        changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    public_choices (member_id, field) {
        member_id -> BigInt,
        field -> Text,
        chosen_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    recovery_codes (id) {
        id -> BigInt,
        member_id -> BigInt,
        code_hash -> Text,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    registration_links (token_hash) {
        token_hash -> Text,
        registration_id -> BigInt,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    registration_rules (event_id) {
        event_id -> BigInt,
        group_max -> Integer,
        waitlist -> Bool,
        members_only -> Bool,
        whole_series -> Bool,
        questions -> Text,
        changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    registration_turns (event_id) {
        event_id -> BigInt,
        last_number -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    registrations (id) {
        id -> BigInt,
        event_id -> BigInt,
        occurrence_key -> Text,
        number -> BigInt,
        member_id -> Nullable<BigInt>,
        email -> Nullable<Text>,
        name -> Text,
        locale -> Text,
        size -> Integer,
        state -> Text,
        show_name -> Bool,
        answers -> Text,
        came -> Nullable<Bool>,
        created_at -> Instant,
        changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    reminder_choices (member_id) {
        member_id -> BigInt,
        day_before -> Bool,
        two_hours_before -> Bool,
        changed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    reports (id) {
        id -> BigInt,
        uid -> Text,
        reporter_id -> BigInt,
        reported_id -> BigInt,
        message_id -> Nullable<BigInt>,
        reason -> Text,
        reported_at -> Instant,
        decision -> Nullable<Text>,
        note -> Text,
        decided_by -> Text,
        decided_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    schedules (event_id) {
        event_id -> BigInt,
        span_start -> Text,
        span_end -> Text,
        zone -> Text,
        recurrence -> Nullable<Text>,
        skips -> Text,
        first_starts_at -> Instant,
        last_ends_at -> Instant,
        worked_out_through -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    school_periods (zone, first_day) {
        zone -> Text,
        first_day -> Date,
        last_day -> Date,
        name -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    seats (event_id, occurrence_key) {
        event_id -> BigInt,
        occurrence_key -> Text,
        taken -> Integer,
        waiting -> Integer,
        is_full -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    second_factors (member_id) {
        member_id -> BigInt,
        secret -> Text,
        last_step -> BigInt,
        confirmed_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    sessions (id) {
        id -> BigInt,
        token_hash -> Text,
        member_id -> BigInt,
        device -> Text,
        strong -> Bool,
        created_at -> Instant,
        seen_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    signing_keys (purpose) {
        purpose -> Text,
        secret -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    submissions (nonce) {
        nonce -> Text,
        location -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    subscriber_topics (subscriber_id, topic, key) {
        subscriber_id -> BigInt,
        topic -> Text,
        key -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    subscribers (id) {
        id -> BigInt,
        uid -> Text,
        member_id -> Nullable<BigInt>,
        email -> Nullable<Text>,
        locale -> Text,
        state -> Text,
        rhythm -> Text,
        weekday -> Integer,
        hour -> Integer,
        zone -> Text,
        own_places -> Bool,
        generation -> Integer,
        next_at -> Nullable<Instant>,
        told_until -> Instant,
        listed_until -> Instant,
        created_at -> Instant,
        changed_at -> Instant,
        leased_until -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    suspensions (member_id) {
        member_id -> BigInt,
        word -> Text,
        state_before -> Text,
        suspended_by -> Text,
        suspended_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    team_members (id) {
        id -> BigInt,
        place_id -> BigInt,
        position -> Integer,
        name -> Text,
        role -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    tokens (id) {
        id -> BigInt,
        token_hash -> Text,
        purpose -> Text,
        member_id -> Nullable<BigInt>,
        email -> Text,
        payload -> Text,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::Instant;

    weekly_notes (id) {
        id -> BigInt,
        uid -> Text,
        member_id -> BigInt,
        list -> Text,
        wanted -> Bool,
        weekday -> Integer,
        hour -> Integer,
        next_at -> Nullable<Instant>,
        nudged_at -> Nullable<Instant>,
        changed_at -> Instant,
    }
}

diesel::joinable!(bricks -> places (place_id));
diesel::joinable!(charter_acceptances -> members (member_id));
diesel::joinable!(charter_acceptances -> places (place_id));
diesel::joinable!(charters -> places (place_id));
diesel::joinable!(closures -> places (place_id));
diesel::joinable!(commune_postcodes -> communes (insee));
diesel::joinable!(confirmations -> members (member_id));
diesel::joinable!(confirmations -> occurrences (occurrence_id));
diesel::joinable!(date_changes -> events (event_id));
diesel::joinable!(date_reminders -> events (event_id));
diesel::joinable!(doors -> places (place_id));
diesel::joinable!(equipment -> bricks (brick_id));
diesel::joinable!(event_drafts -> places (place_id));
diesel::joinable!(event_hosts -> events (event_id));
diesel::joinable!(event_hosts -> members (member_id));
diesel::joinable!(event_overrides -> events (event_id));
diesel::joinable!(event_places -> events (event_id));
diesel::joinable!(event_places -> places (place_id));
diesel::joinable!(event_proposals -> events (event_id));
diesel::joinable!(event_proposals -> members (member_id));
diesel::joinable!(event_proposals -> places (place_id));
diesel::joinable!(event_themes -> events (event_id));
diesel::joinable!(events -> places (place_id));
diesel::joinable!(guest_letters -> events (event_id));
diesel::joinable!(guest_letters -> members (member_id));
diesel::joinable!(host_weeks -> members (member_id));
diesel::joinable!(host_weeks -> places (place_id));
diesel::joinable!(identities -> members (member_id));
diesel::joinable!(invitations -> registrations (registration_id));
diesel::joinable!(memberships -> members (member_id));
diesel::joinable!(memberships -> places (place_id));
diesel::joinable!(messages -> conversations (conversation_id));
diesel::joinable!(messages -> members (author_id));
diesel::joinable!(newcomer_letters -> members (member_id));
diesel::joinable!(newcomer_letters -> places (place_id));
diesel::joinable!(newcomer_steps -> members (member_id));
diesel::joinable!(newcomer_steps -> places (place_id));
diesel::joinable!(occurrences -> events (event_id));
diesel::joinable!(occurrences -> places (place_id));
diesel::joinable!(outbox -> mailings (mailing_id));
diesel::joinable!(outbox -> members (member_id));
diesel::joinable!(partners -> places (place_id));
diesel::joinable!(passkeys -> members (member_id));
diesel::joinable!(pictures -> events (event_id));
diesel::joinable!(pictures -> members (member_id));
diesel::joinable!(pictures -> places (place_id));
diesel::joinable!(place_changes -> places (place_id));
diesel::joinable!(place_photos -> pictures (picture_id));
diesel::joinable!(place_photos -> places (place_id));
diesel::joinable!(place_rules -> places (place_id));
diesel::joinable!(planned_publications -> event_drafts (draft_id));
diesel::joinable!(planned_publications -> members (member_id));
diesel::joinable!(private_feeds -> members (member_id));
diesel::joinable!(profile_terms -> members (member_id));
diesel::joinable!(profiles -> members (member_id));
diesel::joinable!(public_choices -> members (member_id));
diesel::joinable!(recovery_codes -> members (member_id));
diesel::joinable!(registration_links -> registrations (registration_id));
diesel::joinable!(registration_rules -> events (event_id));
diesel::joinable!(registration_turns -> events (event_id));
diesel::joinable!(registrations -> events (event_id));
diesel::joinable!(registrations -> members (member_id));
diesel::joinable!(reminder_choices -> members (member_id));
diesel::joinable!(reports -> messages (message_id));
diesel::joinable!(schedules -> events (event_id));
diesel::joinable!(seats -> events (event_id));
diesel::joinable!(second_factors -> members (member_id));
diesel::joinable!(sessions -> members (member_id));
diesel::joinable!(subscriber_topics -> subscribers (subscriber_id));
diesel::joinable!(subscribers -> members (member_id));
diesel::joinable!(suspensions -> members (member_id));
diesel::joinable!(team_members -> places (place_id));
diesel::joinable!(tokens -> members (member_id));
diesel::joinable!(weekly_notes -> members (member_id));

diesel::allow_tables_to_appear_in_same_query!(
    attempts,
    blocks,
    bricks,
    changes,
    charter_acceptances,
    charters,
    closures,
    commune_postcodes,
    communes,
    confirmations,
    conversations,
    date_changes,
    date_reminders,
    doors,
    equipment,
    event_drafts,
    event_hosts,
    event_overrides,
    event_places,
    event_proposals,
    event_themes,
    events,
    failing_addresses,
    guest_letters,
    host_weeks,
    identities,
    invitations,
    job_runs,
    mail_days,
    mailings,
    members,
    memberships,
    messages,
    network,
    network_rules,
    newcomer_letters,
    newcomer_steps,
    occurrences,
    outbox,
    partners,
    passkeys,
    pictures,
    place_changes,
    place_photos,
    place_rules,
    places,
    planned_publications,
    private_feeds,
    profile_terms,
    profiles,
    public_choices,
    recovery_codes,
    registration_links,
    registration_rules,
    registration_turns,
    registrations,
    reminder_choices,
    reports,
    schedules,
    school_periods,
    seats,
    second_factors,
    sessions,
    signing_keys,
    submissions,
    subscriber_topics,
    subscribers,
    suspensions,
    team_members,
    tokens,
    weekly_notes,
);
