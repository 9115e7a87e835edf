-- What positives propose is asked for whenever somebody looks at the zones: they are few among all results.
create index result_positive on testing.result (area_id, recorded_at) where outcome = 'positive';
