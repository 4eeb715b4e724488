/**
 * A device is told as long as the session lives in which it was registered. Those from before are taken for the one that their
 * member used last; without any they go.
 */
export const pushSessions = [
  `alter table _push_device add column session text`,
  `update _push_device d set session = (select s.id_hash from system.session s join _member m on m.account = s.account
    where m.id = d.member order by s.last_seen desc, s.id_hash limit 1)`,
  `delete from _push_device where session is null`,
  `alter table _push_device alter column session set not null`,
]
