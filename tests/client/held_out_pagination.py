# ruff: noqa: E501  # A row is read as one line.
"""Operations of 40 vendors, most of them judged before the rules of pagination were tried on them, and corrected since.

The rows are read as those of `test_pagination_styles`.
"""

from __future__ import annotations

from typing import Final

HELD_OUT: Final = """
GET /managed/services | - | data[] page:i pages:i results:i | -
GET /nodebalancers/{nodeBalancerId}/configs/{configId}/nodes | page:i page_size:i | data[] page:i pages:i results:i | page
GET /portouts/{id}/comments | - | data[] meta.page_number:i meta.page_size:i meta.total_pages:i meta.total_results:i | -
GET /notification_channels | page[number]:i page[size]:i filter[channel_type_id][eq] | data[] meta.page_number:i meta.page_size:i meta.total_pages:i meta.total_results:i | page
GET /v3/paymentaudit/payments | sourceAccountName page:i pageSize:i sort | content[] links[] page.numberOfElements:i page.page:i page.pageSize:i page.totalElements:i page.totalPages:i | page
GET /ondemand/pages/{ondemand_id}/likes | direction filter page:i per_page:i sort | [] | page
GET /me/albums/{album_id}/videos | direction filter filter_embeddable:b page:i per_page:i query sort weak_search:b | [] | page
GET /users/{user_id}/albums/{album_id}/logos | page:i per_page:i | [] | page
GET /PaymentServices | - | PaymentServices[] | -
GET /documents | cursor limit:i created_at.after created_at.on_or_after | data[] next_cursor | cursor
GET /event_subscriptions | cursor limit:i | data[] next_cursor | cursor
GET /api/v1/app/{app_id}/msg/ | iterator limit:i after | data[] done:b iterator prevIterator | cursor
GET /hooks/types | - | [] | -
GET /repos/{owner}/{repo}/teams | - | [] | -
GET /members | limit:i offset:i filter sort | _links.next.href _links.next.type _links.self.href _links.self.type items[] totalCount:i | next_link
GET /data/v1/monitoring/metrics/{MONITORING_METRIC_ID}/timeseries | filters[] | data[] timeframe[] total_row_count:i | -
GET /data/v1/incidents/{INCIDENT_ID}/related | limit:i page:i order_by order_direction | data[] timeframe[] total_row_count:i | page
GET /data/v1/realtime/metrics/{REALTIME_METRIC_ID}/timeseries | filters[] | data[] timeframe[] total_row_count:i | -
GET /dcim/platforms/ | q ordering limit:i offset:i | count:i next:u previous:u results[] | next_link
GET /ipam/vlan-groups/{id}/available-vlans/ | - | [] | -
GET /v2/vpcs | per_page:i page:i | vpcs[] links.pages meta.total:i | page
GET /v2/cdn/endpoints | per_page:i page:i | endpoints[] links.pages meta.total:i | page
GET /repositories/{workspace}/{repo_slug}/commits | - | next:u page:i pagelen:i previous:u size:i values[] | next_link
GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}/executions | - | next:u page:i pagelen:i previous:u size:i values[] | next_link
GET /history/login | start_at cursor per_page:i sort_by | [] | -
GET /bundles | cursor per_page:i sort_by filter filter_gt filter_gteq filter_lt filter_lteq | [] | -
GET /ip_addresses/exavault-reserved | cursor per_page:i | [] | -
GET /v2/crm_activity_fields.json | sort_by sort_direction per_page:i page:i include_paging_counts:b limit_paging_counts:b | [] | page
GET /v1/historic/agg/{size}/{symbol}/{date} | offset:i limit:i | day msLatency:i status symbol ticks[] | -
GET /v1/currencies | - | [] | -
GET /api/v1/company/search/name/{country}/{name} | limit:i | [] | -
GET /preprints/{preprint_id}/bibliographic_contributors/ | - | [] | -
GET /nodes/{node_id}/children/ | - | [] | -
GET /posts/all/changes | per_page:i page:i | changes[] | page
GET /posts/multiple | post_ids | forbidden[]:s not_found[]:s posts[] | -
GET /account/articles/{article_id}/private_links | - | [] | -
GET /account/institution/embargo_options | - | [] | -
GET /retention_policies/{retention_policy_id}/assignments | marker limit:i | entries[] limit:i next_marker | cursor
GET /folders/trash/items | limit:i offset:i usemarker:b marker direction sort | limit:i offset:i order[] total_count:i entries[] | offset
GET /shield_information_barrier_segments | marker limit:i | entries[] limit:i next_marker | cursor
GET /tags/{tag_gid}/tasks | limit:i offset | data[] | -
GET /portfolios/{portfolio_gid}/portfolio_memberships | limit:i offset | data[] | -
GET /tasks/{task_gid}/stories | limit:i offset | data[] | -
GET /lists/{list_id}/growth-history | count:i offset:i sort_field sort_dir | _links[] history[] list_id total_items:i | offset
GET /ecommerce/stores | count:i offset:i | _links[] stores[] total_items:i | offset
GET /lists/{list_id}/members/{subscriber_hash}/activity-feed | count:i offset:i activity_filters | _links[] activity[] email_id list_id | offset
GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings.json | PageSize:i Page:i PageToken | end:i first_page_uri:u next_page_uri:u page:i page_size:i previous_page_uri:u recordings[] start:i uri:u | next_link
GET /2010-04-01/Accounts/{AccountSid}/Usage/Records/Yearly.json | StartDate IncludeSubaccounts:b PageSize:i Page:i PageToken | end:i first_page_uri:u next_page_uri:u page:i page_size:i previous_page_uri:u start:i uri:u usage_records[] | next_link
GET /api/v1/featured_tags | - | [] | -
GET /api/v1/instance/activity | - | [] | -
POST /marketing/contacts/search | query@body | _metadata.self contact_count:i result[] | -
GET /contactdb/recipients | page:i page_size:i | recipients[] | page
GET /marketing/stats/automations/{id}/links | step_ids page_size:i page_token | _metadata.count:i _metadata.next:u _metadata.prev:u _metadata.self:u results[] total_clicks:i | next_link
POST /v2/customers/search | cursor@body limit:i@body query:o@body | cursor customers[] errors[] | cursor
GET /v2/bookings/team-member-booking-profiles | limit:i cursor | cursor errors[] team_member_booking_profiles[] | cursor
GET /v2/employees | limit:i cursor | cursor employees[] errors[] | cursor
GET /project/{username}/{project}/envvar | - | [] | -
GET /school_admins/{id}/schools | limit:i starting_after | data[] | last_id
GET /districts/{id}/schools | limit:i starting_after | data[] | last_id
GET /schools/{id}/sections | limit:i starting_after | data[] | last_id
GET /me/favorites | order sort pagesize:i page:i filter | [] | page
GET /questions | order sort pagesize:i page:i filter | [] | page
GET /repos/{owner}/{repo}/issues/{index}/blocks | page:i limit:i | [] | page
GET /repos/issues/search | q page:i limit:i | [] | page
GET /repos/{owner}/{repo}/labels | page:i limit:i | [] | page
GET /browse/categories | country limit:i offset:i | categories.href categories.limit:i categories.next categories.offset:i categories.previous categories.total:i categories.items[] | next_link
GET /me/player/devices | - | devices[] | -
GET /metrics/webinars/{webinarId}/participants | page_size:i next_page_token | next_page_token page_count:i page_size:i total_records:i participants[] | cursor
GET /im/chat/sessions | page_size:i next_page_token | from to next_page_token page_size:i sessions[] | cursor
GET /past_meetings/{meetingId}/polls | - | id:i questions[] start_time uuid | -
POST /wallet/list | count:i@body cursor@body | next_cursor request_id wallets[] | cursor
POST /item/application/list | access_token@body | applications[] request_id | -
GET /me/followings/tracks | limit:i offset:i | [] | offset
GET /me/activities/all/own | limit:i | collection[] future_href next_href | next_link
GET /me/playlists | limit:i | [] | -
GET /playlists | sort page:i | has_next:b has_previous:b next_page_number:i page_number:i playlists[] previous_page_number:i total:i | cursor
GET /episodes/{id}/recommendations | safe_mode:i | recommendations[] | -
GET /games/{game_pk}/additions | page:i page_size:i | count:i next:u previous:u results[] | next_link
GET /games/{game_pk}/game-series | page:i page_size:i | count:i next:u previous:u results[] | next_link
GET /rest?method=flickr.groups.discuss.topics.getList | page:i per_page:i | iconfarm:i iconserver:i ispoolmoderated:b lang members:i name page:i pages:i per_page:i privacy:i topics[] total:i | page
GET /channels/{channel_id}/presence/history | start limit:i direction | [] Link! | link_header
GET /channels/{channel_id}/presence | limit:i | [] Link! | link_header
GET /Items/{itemId}/ThemeVideos | userId inheritFromParent:b | Items[] OwnerId StartIndex:i TotalRecordCount:i | -
GET /rest/api/3/permissionscheme | expand | permissionSchemes[] | -
GET /messages/{parent_id}/replies | created_at_after_or_equal created_at_after | duration messages[] | -
GET /v2/namespaces/{namespace}/repositories/{repository}/images | ordering page:i page_size:i | count:i next previous results[] | next_link
GET /v2/namespaces/{namespace}/repositories/{repository}/tags | page:i page_size:i | count:i next previous results[] | next_link
"""
