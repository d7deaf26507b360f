import { useTranslations } from 'next-intl';
import type { StaffRefusal } from '#lib/client/team/staff-state.ts';

/** A sentence that says what to do after a refused sign-in. @param atCode six digits were asked for */
export function useRefusalText(): (code: StaffRefusal['code'], atCode: boolean) => string {
  const t = useTranslations('team.signIn.refused');
  return (code, atCode) => {
    switch (code) {
      case 'wrong_credentials':
        return atCode ? t('wrong_code') : t('wrong_credentials');
      case 'second_factor':
        return t('wrong_code');
      case 'slow_down':
      case 'too_many':
        return t('slow_down');
      case 'unavailable':
        return t('unavailable');
      case 'argon2':
        return t('argon2');
      case 'vault':
      case 'refused':
        return t('directory');
      default:
        return t('failed');
    }
  };
}
