-- People without account who left: their address is forgotten after a while.
CREATE INDEX subscribers_by_leaving ON subscribers (changed_at, id)
    WHERE state = 'parti' AND member_id IS NULL;
