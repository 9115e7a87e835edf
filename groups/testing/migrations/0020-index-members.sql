-- Who is in this tube? Tube ids carry their time, so a summary of each sixteen pages finds the few that hold a tube's
-- members, and a scan pays nothing for it: the pages being filled are not summarised yet.
create index sample_of_tube on testing.sample using brin (area_id, tube_id)
  with (pages_per_range = 16, autosummarize = on);
